-- Reports held against the edition. Results are immutable; the newest of a unit and period is the current one.

create table result (
    id          bigint generated always as identity primary key,
    unit        text not null references unit,
    assignment  text not null,
    period      text not null,
    period_to   date not null,
    edition     text not null,
    revision    text not null references edition_revision,
    engine      text not null,
    -- the report as it was judged, with statements, history and peers; its fingerprint
    input       text not null,
    fingerprint text not null,
    -- the evaluation result format
    document    text not null,
    report_version integer not null,
    cause       text not null,
    supersedes  bigint references result,
    stored_at   timestamptz not null
);
create index result_report on result (unit, assignment, period, id);

-- Which result counts: apart, so that results themselves never change
create table current_result (
    unit        text not null,
    assignment  text not null,
    period      text not null,
    result      bigint not null references result,
    primary key (unit, assignment, period)
);
create index current_result_period on current_result (assignment, period);

create table outcome (
    unit        text not null,
    assignment  text not null,
    period      text not null,
    period_to   date not null,
    requirement text not null,
    chapter     text not null,
    outcome     text not null,
    finding     text,
    severity    text,
    result      bigint not null references result,
    primary key (unit, assignment, period, requirement)
);
create index outcome_requirement on outcome (assignment, requirement, period_to);
create index outcome_period on outcome (assignment, period, requirement);

create trigger result_kept before update or delete on result for each row execute function refuse_change();

-- What history and peers are made of: the values that rules with a memory need
create table series_value (
    unit       text not null,
    assignment text not null,
    datum      text not null,
    period     text not null,
    period_to  date not null,
    value      jsonb not null,
    primary key (unit, assignment, datum, period)
);
create index series_value_peers on series_value (assignment, period, datum);

-- What is to be evaluated. A row stands until its result is stored, in the same transaction.
create table evaluation_task (
    unit       text not null references unit,
    assignment text not null,
    period     text not null,
    period_to  date not null,
    cause      text not null,
    run        bigint,
    asked_at   timestamptz not null,
    -- a task asked for again while it is being done must be done again
    asked      bigint not null default 1,
    failures   integer not null default 0,
    problem    text,
    not_before timestamptz not null,
    primary key (unit, assignment, period)
);
create index evaluation_task_next on evaluation_task (period_to, asked_at);
create index evaluation_task_run on evaluation_task (run) where run is not null;

create table evaluation_run (
    id         bigint generated always as identity primary key,
    assignment text not null,
    -- of one period, or of all that end within these days
    period     text,
    from_day   date not null,
    to_day     date not null,
    state      text not null check (state in ('running', 'done', 'cancelled')),
    total      integer not null,
    changed    integer not null default 0,
    asked_by   bigint not null references person,
    asked_at   timestamptz not null,
    ended_at   timestamptz
);
