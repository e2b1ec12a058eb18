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

-- What a reviewer has written, attached, kept and made, of every centre
create temp table greta as select id from person where subject = 'greta';
-- Fails when there is no such person
select 1 / count(*) from greta;
insert into evidence (unit, assignment, period, name, media_type, size, sha256, content, added_by, added_at)
select r.unit, r.assignment, r.period, 'bild ' || n || '.txt', 'text/plain', 1, repeat('a', 64), 'a', greta.id, now()
from self_report r, greta, generate_series(1, 3) n where r.period in ('2025-06', '2025-Q2', '2025-H1', '2025-05');
insert into dialogue_note (unit, text, shared, written_by, written_at)
select u.id, 'Fråga ' || n, n % 2 = 0, greta.id, now() from unit u, greta, generate_series(1, 20) n;
insert into work_view (person, name, fields)
select greta.id, 'Urval ' || n, '{"state": "closed"}' from greta, generate_series(1, 20) n;
insert into signal_mark (signal, text, marked_by, marked_at)
select s.id, 'Ringt ' || n, greta.id, now() from signal s, greta, generate_series(1, 3) n;
insert into signal_link (token_hash, unit, assignment, counterpart, organisation, expires_at, made_by, made_at)
select md5(u.id || n), u.id, 'kalmar-halsoval', 'municipality', 'Kommun ' || n, timestamptz '2025-08-01',
       greta.id, timestamptz '2025-07-08'
from unit u, greta, generate_series(1, 5) n;
insert into notice (person, kind, unit, assignment, period, case_id, due, several, once, state, attempts, not_before,
       made_at, waiting_since, ended_at, answer)
select person, kind, unit, assignment, period, case_id, due, several, once || n, 'sent', attempts, not_before, made_at,
       waiting_since, made_at, answer
from notice, generate_series(1, 5) n;
