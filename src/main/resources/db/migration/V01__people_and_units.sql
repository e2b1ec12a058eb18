-- Who reports, and who may do what. Ids of people are the database's own; a login is found by issuer and subject.

create table unit (
    id            text primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    name          text not null check (name <> ''),
    kind          text not null default 'health-centre'
                  check (kind in ('health-centre', 'area', 'municipality', 'region')),
    municipality  text not null default '',
    operator      text not null check (operator in ('regional', 'private')),
    operator_name text not null default '',
    organisation_number text,
    parent        text references unit,
    peer_group    text not null default '',
    opened        date not null,
    closed        date,
    merged_into   text references unit,
    version       bigint not null default 1,
    check (parent <> id),
    check (merged_into <> id),
    check (closed is null or closed >= opened)
);
create index unit_parent on unit (parent) where parent is not null;

-- Persons listed, and how many of them in each resource band (RUB 0-5; 4-5 is complex need)
create table unit_count (
    unit     text not null references unit,
    on_day   date not null,
    listed   integer not null check (listed >= 0),
    rub_4    integer check (rub_4 >= 0),
    rub_5    integer check (rub_5 >= 0),
    version  bigint not null default 1,
    primary key (unit, on_day),
    check (coalesce(rub_4, 0) + coalesce(rub_5, 0) <= listed)
);

create table person (
    id       bigint generated always as identity primary key,
    issuer   text not null,
    subject  text not null,
    name     text not null check (name <> ''),
    email    text,
    hsa_id   text,
    -- a system acts for nobody: it may never sign or decide
    system   boolean not null default false,
    active   boolean not null default true,
    version  bigint not null default 1,
    unique (issuer, subject)
);

create table person_role (
    person  bigint not null references person,
    role    text not null
            check (role in ('commissioner', 'reviewer', 'reporter', 'manager', 'auditor', 'administrator')),
    -- the centre, for the roles that belong to one
    unit    text references unit,
    check ((role in ('reporter', 'manager')) = (unit is not null)),
    unique nulls not distinct (person, role, unit)
);
create index person_role_unit on person_role (unit) where unit is not null;
