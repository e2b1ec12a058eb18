-- What others state about a unit. Nothing is changed in place: a newer statement replaces an older one.

create table register_value (
    id         bigint generated always as identity primary key,
    unit       text not null references unit,
    assignment text not null,
    period     text not null,
    -- the period's last day, for lists
    period_to  date not null,
    source     text not null,
    element    text not null,
    -- JSON as in the report format
    value      jsonb not null,
    as_of      date not null,
    entered_by bigint not null references person,
    entered_at timestamptz not null,
    reason     text not null default '',
    withdrawn_at timestamptz,
    withdrawn_by bigint references person,
    withdrawn_reason text,
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
-- one that counts for each
create unique index register_value_counts on register_value (unit, assignment, period, source, element)
    where withdrawn_at is null;
create index register_value_listed on register_value (period_to desc, id desc);
create index register_value_listed_unit on register_value (unit, period_to desc, id desc);

create table exemption (
    id          bigint generated always as identity primary key,
    unit        text not null references unit,
    assignment  text not null,
    requirement text not null,
    from_day    date not null,
    to_day      date not null,
    reason      text not null check (reason <> ''),
    state       text not null check (state in ('proposed', 'approved', 'refused', 'ended')),
    proposed_by bigint not null references person,
    proposed_at timestamptz not null,
    -- four eyes: another person than the one who proposed
    decided_by  bigint references person,
    decided_at  timestamptz,
    decision_reason text,
    -- the name of the one who approved, as it was then: what reports say
    approver    text,
    -- the last day that counts of one that was ended early
    ended_on    date,
    ended_by    bigint references person,
    ended_at    timestamptz,
    end_reason  text,
    version     bigint not null default 1,
    check (to_day >= from_day),
    check (decided_by <> proposed_by),
    check (ended_by <> proposed_by),
    check ((state = 'proposed') = (decided_by is null)),
    check ((state in ('approved', 'ended')) = (approver is not null)),
    check ((state = 'ended') = (ended_on is not null) and (state = 'ended') = (ended_by is not null)),
    check (ended_on < to_day and ended_on >= from_day - 1)
);
create index exemption_unit on exemption (unit, assignment, requirement);

-- A counterpart's one-time link; only the hash of its secret is kept
create table signal_link (
    id          bigint generated always as identity primary key,
    token_hash  text not null unique,
    unit        text not null references unit,
    assignment  text not null,
    counterpart text not null,
    organisation text not null,
    requirement text,
    expires_at  timestamptz not null,
    made_by     bigint not null references person,
    made_at     timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz,
    revoked_by  bigint references person,
    check (expires_at > made_at and expires_at <= made_at + interval '62 days'),
    check (used_at is null or revoked_at is null)
);
create index signal_link_unit on signal_link (unit);

create table signal (
    id          bigint generated always as identity primary key,
    -- the unit that the signal is about, or that it comes from
    unit        text not null references unit,
    assignment  text not null,
    direction   text not null check (direction in ('about-unit', 'from-unit')),
    counterpart text not null check (counterpart in ('municipality', 'hospital', 'psychiatry', 'patients')),
    organisation text not null default '',
    flag        text not null check (flag in ('green', 'yellow', 'red')),
    requirement text,
    text        text,
    on_day      date not null,
    entered_by  bigint references person,
    link        bigint unique references signal_link,
    entered_at  timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by bigint references person,
    withdrawn_reason text,
    check ((entered_by is null) <> (link is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index signal_unit on signal (unit, assignment, on_day);
create index signal_listed on signal (on_day desc, id desc);

-- What was stated stays as it was stated; it can be withdrawn once
create function statement_stays() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null
       or to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[]
          <> to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[] then
        raise exception 'what was stated cannot be changed' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger register_value_stays before update on register_value for each row execute function statement_stays();
create trigger signal_stays before update on signal for each row execute function statement_stays();
