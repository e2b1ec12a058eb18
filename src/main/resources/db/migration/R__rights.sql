-- The application's own login may read and write, but never change what is kept.
do $$
begin
    if '${application}' <> current_user then
        execute format('grant usage on schema public to %I', '${application}');
        execute format('grant select, insert, update, delete on all tables in schema public to %I', '${application}');
        execute format('grant usage on all sequences in schema public to %I', '${application}');
    end if;
    execute format('revoke update, delete, truncate on audit_event, report_version, result, case_act, publication, '
        || 'published_centre, published_value, publication_result, publication_withdrawal, signal_mark from %I', '${application}');
    execute format('revoke delete, truncate on edition_revision, exemption, signal, register_value, follow_up_case, finding, '
        || 'self_report, evidence, person, unit, dialogue_note, notice_choice from %I', '${application}');
end
$$;
