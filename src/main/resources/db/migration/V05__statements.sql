-- What others state about a unit. Nothing is changed in place: a newer statement replaces an older one.

create table register_value (
    id         bigint generated always as identity primary key,
    unit       text not null references unit,
    assignment text not null,
    period     text not null,
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
    withdrawn_reason text
);
-- one that counts for each
create unique index register_value_counts on register_value (unit, assignment, period, source, element)
    where withdrawn_at is null;

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
    ended_on    date,
    version     bigint not null default 1,
    check (to_day >= from_day),
    check (decided_by <> proposed_by),
    check ((state = 'proposed') = (decided_by is null))
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
    revoked_at  timestamptz
);

create table signal (
    id          bigint generated always as identity primary key,
    -- the unit that the signal is about, or that it comes from
    unit        text not null references unit,
    assignment  text not null,
    direction   text not null check (direction in ('about-unit', 'from-unit')),
    counterpart text not null,
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
    check ((entered_by is null) <> (link is null))
);
create index signal_unit on signal (unit, assignment, on_day);
