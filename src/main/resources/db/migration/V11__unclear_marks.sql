-- Reports in which a centre finds a question unclear: few among many.
create index report_version_unclear on report_version (assignment, period, unit, number)
    where jsonb_path_exists(entries, '$.*.unclear');
