-- What residents see: figures of one assignment and period, as a reviewer published them. Only what may be seen stands
-- here; a figure that is withheld has no value in these tables. Nothing is changed: a correction is a new publication.
create table publication (
    id           bigint generated always as identity primary key,
    assignment   text not null,
    period       text not null,
    period_to    date not null,
    edition      text not null,
    -- whose words and formulas the figures have
    revision     text not null references edition_revision,
    -- groups below this are withheld
    smallest_group integer not null check (smallest_group >= 5),
    -- what each figure is and how it is made, JSON
    figures      text not null,
    -- of everything in it
    fingerprint  text not null check (fingerprint ~ '^sha256:[0-9a-f]{64}$'),
    -- the one that it corrects, and why
    replaces     bigint unique references publication,
    reason       text not null default '',
    published_by bigint not null references person,
    published_at timestamptz not null,
    check (replaces < id),
    check (replaces is null or reason <> '')
);
create index publication_period on publication (assignment, period, id);
-- one that replaces none for each period: two reviewers at once cannot both be first
create unique index publication_first on publication (assignment, period) where replaces is null;
create trigger publication_kept before update or delete on publication
    for each row execute function refuse_change();

-- The centres as they were called then
create table published_centre (
    publication   bigint not null references publication,
    unit          text not null,
    name          text not null,
    municipality  text not null,
    operator      text not null,
    operator_name text not null,
    primary key (publication, unit)
);
create trigger published_centre_kept before update or delete on published_centre
    for each row execute function refuse_change();

create table published_value (
    publication bigint not null,
    figure      text not null,
    unit        text not null,
    value       text,
    -- why there is no value
    withheld    text check (withheld in ('too-few', 'not-settled', 'not-reported', 'not-applicable')),
    primary key (publication, figure, unit),
    foreign key (publication, unit) references published_centre,
    check ((value is null) <> (withheld is null))
);
create index published_value_unit on published_value (unit, figure, publication);
create index published_centre_unit on published_centre (unit);
create trigger published_value_kept before update or delete on published_value
    for each row execute function refuse_change();

create table publication_withdrawal (
    publication  bigint primary key references publication,
    reason       text not null check (reason <> ''),
    withdrawn_by bigint not null references person,
    withdrawn_at timestamptz not null
);
create trigger publication_withdrawal_kept before update or delete on publication_withdrawal
    for each row execute function refuse_change();

-- The newest of each period, unless it is withdrawn: an older one never comes back by itself
create view shown_publication as
    select p.* from publication p
    where not exists (select 1 from publication n where n.replaces = p.id)
    and not exists (select 1 from publication_withdrawal w where w.publication = p.id);
