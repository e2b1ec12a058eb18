-- Which results a publication was drawn from. A figure may rest on another period's count: what that was then decides
-- what a later publication can show. Nothing here is shown to residents.
create table publication_result (
    publication bigint not null references publication,
    result      bigint not null references result,
    primary key (publication, result)
);
create trigger publication_result_kept before update or delete on publication_result
    for each row execute function refuse_change();

insert into publication_result (publication, result)
select p.id, r.id from publication p cross join lateral (
    select distinct on (r.unit) r.id from result r
    where r.assignment = p.assignment and r.period = p.period and r.stored_at <= p.published_at
    order by r.unit, r.id desc) r;
