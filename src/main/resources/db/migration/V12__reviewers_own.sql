-- What a reviewer keeps for herself or for the region: named views of the work list, notes before a dialogue, and what
-- was done about a signal.

create table work_view (
    id       bigint generated always as identity primary key,
    person   bigint not null references person,
    name     text not null check (name <> ''),
    -- what is asked for, by the names of the address
    fields   jsonb not null,
    -- the one that the work list opens with
    opens    boolean not null default false
);
create unique index work_view_name on work_view (person, lower(name));
create unique index work_view_opens on work_view (person) where opens;

-- Notes before a dialogue with a unit; kept as they were written
create table dialogue_note (
    id         bigint generated always as identity primary key,
    unit       text not null references unit,
    text       text not null check (text <> ''),
    -- read by the region's people, else by the writer alone
    shared     boolean not null,
    written_by bigint not null references person,
    written_at timestamptz not null,
    removed_at timestamptz
);
create index dialogue_note_unit on dialogue_note (unit, id);

-- What was done about a signal, in the order it was told; never changed
create table signal_mark (
    id        bigint generated always as identity primary key,
    signal    bigint not null references signal,
    text      text not null check (text <> ''),
    marked_by bigint not null references person,
    marked_at timestamptz not null
);
create index signal_mark_signal on signal_mark (signal, id);
create trigger signal_mark_kept before update or delete on signal_mark for each row execute function refuse_change();
