-- Append-only and chained: each row's hash covers the row and the hash before it. seq has no gaps.

create table audit_event (
    seq      bigint primary key check (seq > 0),
    at       timestamptz not null,
    actor    text not null,
    act      text not null,
    subject  text not null,
    unit     text,
    -- canonical JSON, as it was hashed
    details  text not null,
    request  text,
    previous text not null,
    hash     text not null unique
);
create index audit_event_unit on audit_event (unit, seq) where unit is not null;
create index audit_event_actor on audit_event (actor, seq);
create index audit_event_act on audit_event (act, seq);
create index audit_event_subject on audit_event (subject, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_event_kept before update or delete on audit_event
    for each row execute function refuse_change();
create trigger audit_event_all_kept before truncate on audit_event
    for each statement execute function refuse_change();
