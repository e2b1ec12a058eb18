-- Every revision that was ever published here, with its files as they were: it can always be evaluated again.

create table edition_revision (
    revision     text primary key check (revision ~ '^sha256:[0-9a-f]{64}$'),
    assignment   text not null,
    edition      text not null,
    in_force_from date not null,
    in_force_to  date not null,
    -- a zip of assignments/<a>/<e> and rules/<a>/<e>
    files        bytea not null,
    published_at timestamptz not null,
    published_by text not null,
    -- reports of new periods are judged by the current revision of their edition
    current      boolean not null
);
create unique index edition_revision_current on edition_revision (assignment, edition) where current;

create function keep_edition() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.revision, new.assignment, new.edition, new.in_force_from, new.in_force_to, new.files,
            new.published_at, new.published_by) is not distinct from (old.revision, old.assignment, old.edition,
            old.in_force_from, old.in_force_to, old.files, old.published_at, old.published_by) then
        return new;
    end if;
    raise exception 'a published edition is never changed or removed' using errcode = 'restrict_violation';
end
$$;
create trigger edition_revision_kept before update or delete on edition_revision
    for each row execute function keep_edition();
