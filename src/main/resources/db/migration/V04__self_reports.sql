-- A self-report of a unit for a period: a draft that is typed into, and versions that were signed and handed in.

create table self_report (
    unit        text not null references unit,
    assignment  text not null,
    period      text not null,
    period_from date not null,
    period_to   date not null,
    state       text not null check (state in ('draft', 'submitted', 'returned')),
    -- the newest version handed in
    latest      integer,
    -- the day on which the first version came: late or not
    handed_in   date,
    returned_reason text,
    version     bigint not null default 1,
    primary key (unit, assignment, period),
    check (state = 'draft' or latest is not null),
    check ((latest is null) = (handed_in is null))
);
create index self_report_period on self_report (assignment, period, unit);
create index self_report_returned on self_report (assignment, period) where state = 'returned';

create table draft (
    unit        text not null,
    assignment  text not null,
    period      text not null,
    -- by element: {"value": …} | {"not_applicable": "why"} | {"suppressed": true} | {"unknown": true}, with
    -- "comment" and "unclear" beside; kept as typed, sound or not
    entries     jsonb not null,
    comment     text not null default '',
    edited_by   bigint not null references person,
    edited_at   timestamptz not null,
    version     bigint not null default 1,
    primary key (unit, assignment, period),
    foreign key (unit, assignment, period) references self_report
);

create table report_version (
    unit        text not null,
    assignment  text not null,
    period      text not null,
    number      integer not null check (number > 0),
    edition     text not null,
    revision    text not null references edition_revision,
    -- the report format, canonical: what the unit itself says
    content     text not null,
    fingerprint text not null,
    -- the entries as they were, with comments and "unclear"
    entries     jsonb not null,
    comment     text not null default '',
    reason      text not null default '',
    signed_by   bigint not null references person,
    signed_at   timestamptz not null,
    primary key (unit, assignment, period, number),
    foreign key (unit, assignment, period) references self_report
);
create index report_version_signed on report_version (signed_at);
create trigger report_version_kept before update or delete on report_version
    for each row execute function refuse_change();

create table deadline_move (
    id         bigint generated always as identity primary key,
    unit       text not null references unit,
    assignment text not null,
    period     text not null,
    due        date not null,
    reason     text not null check (reason <> ''),
    moved_by   bigint not null references person,
    moved_at   timestamptz not null
);
create trigger deadline_move_kept before update or delete on deadline_move
    for each row execute function refuse_change();
create index deadline_move_report on deadline_move (assignment, period, unit, id);

create table evidence (
    id          uuid primary key default gen_random_uuid(),
    unit        text not null,
    assignment  text not null,
    period      text not null,
    requirement text,
    name        text not null,
    media_type  text not null,
    size        integer not null check (size > 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content     bytea not null,
    added_by    bigint not null references person,
    added_at    timestamptz not null,
    -- taken away from the draft; what a submitted version rests on stays
    withdrawn_at timestamptz,
    foreign key (unit, assignment, period) references self_report
);
create index evidence_report on evidence (unit, assignment, period);

create function keep_evidence() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and (new.id, new.unit, new.assignment, new.period,
            new.requirement, new.name, new.media_type, new.size, new.sha256, new.added_by, new.added_at)
            is not distinct from (old.id, old.unit, old.assignment, old.period,
            old.requirement, old.name, old.media_type, old.size, old.sha256, old.added_by, old.added_at)
            and new.content = old.content then
        return new;
    end if;
    raise exception 'evidence is never changed or removed, only withdrawn' using errcode = 'restrict_violation';
end
$$;
create trigger evidence_kept before update or delete on evidence
    for each row execute function keep_evidence();

-- Which evidence a version was handed in with
create table version_evidence (
    unit       text not null,
    assignment text not null,
    period     text not null,
    number     integer not null,
    evidence   uuid not null references evidence,
    primary key (unit, assignment, period, number, evidence),
    foreign key (unit, assignment, period, number) references report_version
);
create trigger version_evidence_kept before update or delete on version_evidence
    for each row execute function refuse_change();
