-- Every unit twice more, with all that the lists of the region read about it
create temp table copies as select id as old, id || 'C' || n as id, n from unit, generate_series(1, 2) n;

insert into unit (id, name, municipality, operator, operator_name, kind, peer_group, opened)
select c.id, u.name || ' ' || c.n, u.municipality, u.operator, u.operator_name, u.kind, u.peer_group, u.opened
from unit u join copies c on c.old = u.id;
insert into unit_count (unit, on_day, listed, rub_4, rub_5)
select c.id, on_day, listed, rub_4, rub_5 from unit_count o join copies c on c.old = o.unit;
insert into self_report (unit, assignment, period, period_from, period_to, state, latest, handed_in)
select c.id, assignment, period, period_from, period_to, state, latest, handed_in
from self_report o join copies c on c.old = o.unit where latest is not null;
insert into report_version (unit, assignment, period, number, edition, revision, content, fingerprint, entries, signed_by,
       signed_at)
select c.id, assignment, period, number, edition, revision, content, fingerprint, entries, signed_by, signed_at
from report_version o join copies c on c.old = o.unit;
insert into outcome (unit, assignment, period, period_to, requirement, chapter, outcome, finding, severity, result)
select c.id, assignment, period, period_to, requirement, chapter, outcome, finding, severity, result
from outcome o join copies c on c.old = o.unit;
insert into follow_up_case (id, unit, assignment, lineage, requirement, chapter, kind, raised, severity, course, state,
       edition, first_period, last_period, last_period_to, reviewer, opened_at, confirmed_at, closed_at)
select o.id + c.n * 10000000, c.id, assignment, lineage, requirement, chapter, kind, raised, severity, course, state,
       edition, first_period, last_period, last_period_to, reviewer, opened_at, confirmed_at, closed_at
from follow_up_case o join copies c on c.old = o.unit;
insert into published_centre (publication, unit, name, municipality, operator, operator_name)
select publication, c.id, name || ' ' || c.n, municipality, operator, operator_name
from published_centre o join copies c on c.old = o.unit;
insert into published_value (publication, figure, unit, value, withheld)
select publication, figure, c.id, value, withheld from published_value o join copies c on c.old = o.unit;
