-- What a reviewer looks at and what comes of it. One case per unit and requirement as long as it is open.

create table follow_up_case (
    id          bigint generated always as identity primary key,
    unit        text not null references unit,
    assignment  text not null,
    requirement text not null,
    chapter     text not null,
    kind        text not null check (kind in ('deviation', 'question')),
    severity    text not null check (severity in ('red', 'yellow', 'white')),
    -- new, recurring, regressed or resolved, by the newest report
    course      text not null check (course in ('new', 'recurring', 'regressed', 'resolved')),
    state       text not null check (state in ('proposed', 'confirmed', 'dismissed', 'answered', 'in-dialogue',
                'action-plan', 're-check', 'closed', 'escalated')),
    -- the edition by whose deadlines and ladder it goes
    edition     text not null,
    ladder_step text,
    first_period text not null,
    last_period text not null,
    last_period_to date not null,
    reviewer    bigint references person,
    due         date,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    version     bigint not null default 1
);
create unique index follow_up_case_open on follow_up_case (unit, assignment, requirement)
    where state not in ('closed', 'dismissed');
create index follow_up_case_unit on follow_up_case (unit, assignment, state);
create index follow_up_case_state on follow_up_case (state, due);

-- The outcome of each period that the case is about
create table finding (
    case_id     bigint not null references follow_up_case,
    period      text not null,
    period_to   date not null,
    outcome     text not null,
    severity    text,
    result      bigint not null references result,
    primary key (case_id, period)
);

-- Everything that was said and done, in order; never changed
create table case_act (
    id       bigint generated always as identity primary key,
    case_id  bigint not null references follow_up_case,
    act      text not null,
    from_state text,
    to_state text not null,
    text     text not null default '',
    -- may the centre read it
    shared   boolean not null,
    due      date,
    by_person bigint references person,
    at       timestamptz not null
);
create index case_act_case on case_act (case_id, id);
create trigger case_act_kept before update or delete on case_act for each row execute function refuse_change();

create table agreed_action (
    id       bigint generated always as identity primary key,
    case_id  bigint not null references follow_up_case,
    text     text not null check (text <> ''),
    owner    text not null check (owner <> ''),
    due      date not null,
    state    text not null check (state in ('open', 'done', 'dropped')),
    done_at  timestamptz,
    note     text not null default '',
    version  bigint not null default 1
);
create index agreed_action_case on agreed_action (case_id);
