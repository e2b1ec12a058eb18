-- Mail that tells people what happened. Written with the event, in its transaction; what it says is made when it is sent.

-- What somebody has chosen; who has no row gets all, in Swedish
create table notice_choice (
    person   bigint primary key references person,
    language text not null check (language in ('sv', 'en')),
    -- the kinds that the person does not want
    declined text[] not null
);

create table notice (
    id         bigint generated always as identity primary key,
    person     bigint not null references person,
    kind       text not null,
    unit       text references unit,
    assignment text,
    period     text,
    case_id    bigint references follow_up_case,
    due        date,
    -- whether it tells of several of the same
    several    boolean not null default false,
    -- what is told once only: a reminder, with its deadline
    once       text,
    state      text not null check (state in ('waiting', 'sent', 'given-up', 'declined')),
    attempts   integer not null default 0,
    not_before timestamptz not null,
    -- being sent: no other worker takes it before
    taken_until timestamptz,
    made_at    timestamptz not null,
    -- since it was made, or asked for again
    waiting_since timestamptz not null,
    ended_at   timestamptz,
    -- what the mail server said, or why there was nobody to send it to
    answer     text,
    check ((state = 'waiting') = (ended_at is null))
);
create unique index notice_once on notice (person, once) where once is not null;
-- What happens before a notice is sent is told in the same one
create unique index notice_gathered on notice (person, kind, coalesce(unit, ''), coalesce(period, ''))
    where state = 'waiting' and attempts = 0 and once is null;
create index notice_next on notice (not_before, id) where state = 'waiting';
create index notice_ended on notice (state, ended_at) where state <> 'waiting';
