-- Eight years before the two that the demo has: each row again, two, four, six and eight years earlier. The editions
-- are those of the two years, so that the older reports are of the same size.
create temp table back (years int, part int);
insert into back values (2, 1), (4, 2), (6, 3), (8, 4);

create function pg_temp.earlier(period text, years int) returns text language sql immutable as $$
    select (left(period, 4)::int - years)::text || substr(period, 5)
$$;
create function pg_temp.earlier(day date, years int) returns date language sql immutable as $$
    select (day - make_interval(years => years))::date
$$;
create function pg_temp.earlier(at timestamptz, years int) returns timestamptz language sql immutable as $$
    select at - make_interval(years => years)
$$;

update unit set opened = date '2014-01-01' where opened < date '2023-07-01';
insert into unit_count (unit, on_day, listed, rub_4, rub_5)
select unit, pg_temp.earlier(on_day, y), listed, rub_4, rub_5 from unit_count, generate_series(1, 9) y;

insert into self_report (unit, assignment, period, period_from, period_to, state, latest, handed_in)
select unit, assignment, pg_temp.earlier(period, years), pg_temp.earlier(period_from, years),
       pg_temp.earlier(period_to, years), state, latest, pg_temp.earlier(handed_in, years)
from self_report, back where state = 'submitted';
insert into report_version (unit, assignment, period, number, edition, revision, content, fingerprint, entries, signed_by,
       signed_at)
select unit, assignment, pg_temp.earlier(period, years), number, edition, revision, content, fingerprint, entries,
       signed_by, pg_temp.earlier(signed_at, years)
from report_version, back where number = 1;
insert into register_value (unit, assignment, period, period_to, source, element, value, as_of, entered_by, entered_at)
select unit, assignment, pg_temp.earlier(period, years), pg_temp.earlier(period_to, years), source, element, value,
       pg_temp.earlier(as_of, years), entered_by, pg_temp.earlier(entered_at, years)
from register_value, back where withdrawn_at is null;
insert into signal (unit, assignment, direction, counterpart, organisation, flag, requirement, text, on_day, entered_by,
       entered_at)
select unit, assignment, direction, counterpart, organisation, flag, requirement, text, pg_temp.earlier(on_day, years),
       entered_by, pg_temp.earlier(entered_at, years)
from signal, back where entered_by is not null and withdrawn_at is null;

-- The older results get the lower ids, as if they had been stored then
create temp table renumbered as
select id as old, coalesce(years, 0) as years, row_number() over (order by coalesce(years, 0) desc, id) + 1000000 as id
from result, (select years from back union all select 0) b;
insert into result (id, unit, assignment, period, period_to, edition, revision, engine, input, fingerprint, document,
       report_version, cause, stored_at)
select n.id, unit, assignment, pg_temp.earlier(period, years), pg_temp.earlier(period_to, years), edition, revision, engine,
       input, fingerprint, document, report_version, cause, pg_temp.earlier(stored_at, years)
from renumbered n join result r on r.id = n.old order by n.id;
select setval(pg_get_serial_sequence('result', 'id'), (select max(id) from result));
update current_result c set result = n.id from renumbered n where n.old = c.result and n.years = 0;
update outcome o set result = n.id from renumbered n where n.old = o.result and n.years = 0;
update finding f set result = n.id from renumbered n where n.old = f.result and n.years = 0;
insert into current_result (unit, assignment, period, result, figures)
select c.unit, c.assignment, pg_temp.earlier(c.period, n.years), n.id, c.figures
from current_result c join renumbered m on m.id = c.result and m.years = 0
join renumbered n on n.old = m.old and n.years > 0;
insert into outcome (unit, assignment, period, period_to, requirement, chapter, outcome, finding, severity, result)
select unit, assignment, pg_temp.earlier(period, n.years), pg_temp.earlier(period_to, n.years), requirement, chapter, outcome,
       finding, severity, n.id
from outcome o join renumbered m on m.id = o.result and m.years = 0 join renumbered n on n.old = m.old and n.years > 0;
insert into trace (unit, assignment, period, period_to, use, datum, source, as_of, value)
select unit, assignment, pg_temp.earlier(period, years), pg_temp.earlier(period_to, years), use, datum, source,
       pg_temp.earlier(as_of, years), value
from trace, back;

-- Cases of the last two years in every state, those of the years before ended
update follow_up_case set (state, reviewer, due, confirmed_at, closed_at) = (
    select (array['proposed', 'confirmed', 'dismissed', 'answered', 'in-dialogue', 'action-plan', 're-check', 'closed',
               'escalated'])[id % 9 + 1],
        case when id % 9 > 0 then (select min(person) from person_role where role = 'reviewer') end,
        case when id % 9 in (1, 3, 4, 5, 8) then date '2025-06-20' + (id % 40)::int end,
        case when id % 9 not in (0, 2) then opened_at end,
        case when id % 9 in (2, 7) then opened_at end);
insert into follow_up_case (id, unit, assignment, lineage, requirement, chapter, kind, raised, severity, course, state,
       edition, first_period, last_period, last_period_to, reviewer, opened_at, confirmed_at, closed_at)
select id + part * 1000000, unit, assignment, lineage, requirement, chapter, kind, raised, severity, 'resolved',
       case when id % 4 = 0 then 'dismissed' else 'closed' end, edition, pg_temp.earlier(first_period, years),
       pg_temp.earlier(last_period, years), pg_temp.earlier(last_period_to, years), reviewer,
       pg_temp.earlier(opened_at, years), case when id % 4 > 0 then pg_temp.earlier(opened_at, years) end,
       pg_temp.earlier(opened_at, years) + interval '90 days'
from follow_up_case, back;
select setval(pg_get_serial_sequence('follow_up_case', 'id'), (select max(id) from follow_up_case));
insert into finding (case_id, period, period_to, outcome, kind, severity, result)
select case_id + part * 1000000, pg_temp.earlier(period, b.years), pg_temp.earlier(period_to, b.years), outcome, kind,
       severity, n.id
from finding f join renumbered m on m.id = f.result and m.years = 0 join renumbered n on n.old = m.old and n.years > 0
join back b on b.years = n.years;
insert into case_act (case_id, act, from_state, to_state, text, shared, due, by_person, at)
select c.id, a.act, a.from_state, a.to_state, 'Vi har gått igenom underlaget tillsammans med verksamheten.', a.shared, c.due,
       c.reviewer, c.opened_at + a.days * interval '1 day'
from follow_up_case c, (values ('confirm', 'proposed', 'confirmed', true, 1), ('answer', 'confirmed', 'answered', true, 20),
       ('note', 'answered', 'answered', false, 25), ('open-dialogue', 'answered', 'in-dialogue', true, 30))
       as a (act, from_state, to_state, shared, days)
where c.state not in ('proposed', 'dismissed') and c.reviewer is not null;
insert into agreed_action (case_id, text, owner, due, state)
select id, 'Se över bemanningen på fredagar', 'verksamhetschefen', coalesce(due, closed_at::date, date '2025-08-01'), 'agreed'
from follow_up_case where state in ('action-plan', 're-check', 'closed', 'escalated');

-- What residents see of those years
insert into publication (assignment, period, period_to, edition, revision, smallest_group, figures, fingerprint, published_by,
       published_at)
select assignment, pg_temp.earlier(period, years), pg_temp.earlier(period_to, years), edition, revision, smallest_group,
       figures, fingerprint, published_by, pg_temp.earlier(published_at, years)
from publication, back where replaces is null;
create temp table republished as
select p.id as old, n.id as id from publication p, back b, publication n
where n.assignment = p.assignment and n.period = pg_temp.earlier(p.period, b.years) and p.period_to >= date '2023-07-01';
insert into published_centre (publication, unit, name, municipality, operator, operator_name)
select r.id, unit, name, municipality, operator, operator_name from published_centre c join republished r on r.old = c.publication;
insert into published_value (publication, figure, unit, value, withheld)
select r.id, figure, unit, value, withheld from published_value v join republished r on r.old = v.publication;

-- Drafts of the month that goes, reports sent back, deadlines moved, exemptions
insert into self_report (unit, assignment, period, period_from, period_to, state)
select id, 'kalmar-halsoval', '2025-07', date '2025-07-01', date '2025-07-31', 'draft' from unit order by id limit 150;
insert into draft (unit, assignment, period, entries, edited_by, edited_at)
select s.unit, s.assignment, s.period, v.entries, v.signed_by, timestamptz '2025-07-07 12:00+02'
from self_report s join report_version v on v.unit = s.unit and v.assignment = s.assignment and v.period = '2025-06'
where s.state = 'draft';
with begun as (
    insert into self_report (unit, assignment, period, period_from, period_to, state)
    select id, 'kalmar-halsoval', '2025-06', date '2025-06-01', date '2025-06-30', 'draft' from unit
    on conflict do nothing returning unit, assignment, period)
insert into draft (unit, assignment, period, entries, edited_by, edited_at)
select s.unit, s.assignment, s.period, v.entries, v.signed_by, timestamptz '2025-07-07 12:00+02'
from begun s join report_version v on v.unit = s.unit and v.assignment = s.assignment and v.period = '2025-05' and v.number = 1;
delete from self_report s where state = 'draft' and not exists (select from draft d where d.unit = s.unit
       and d.assignment = s.assignment and d.period = s.period);
update self_report set state = 'returned', returned_reason = 'Komplettera antalet besök'
where period in ('2025-05', '2025-06') and latest is not null and abs(hashtext(unit)) % 10 = 0;
insert into deadline_move (unit, assignment, period, due, reason, moved_by, moved_at)
select unit, assignment, period, period_to + 45, 'Byte av journalsystem',
       (select min(person) from person_role where role = 'commissioner'), period_to + time '12:00'
from self_report where abs(hashtext(unit || period)) % 100 = 0;
insert into exemption (unit, assignment, requirement, from_day, to_day, reason, state, proposed_by, proposed_at, decided_by,
       decided_at, approver)
select u.id, 'kalmar-halsoval', 'G' || (10 + y + t), date '2015-07-01' + (y * 365 + t * 150), date '2015-07-01' + (y * 365 + t * 150 + 120),
       'Ombyggnad', case when (y + t) % 5 = 0 then 'refused' else 'approved' end, c.first,
       timestamptz '2015-06-01' + make_interval(days => y * 365 + t * 150), c.last,
       timestamptz '2015-06-08' + make_interval(days => y * 365 + t * 150),
       case when (y + t) % 5 > 0 then 'Bertil Beställarsson' end
from unit u, generate_series(0, 9) y, generate_series(0, 1) t,
     (select min(person) as first, max(person) as last from person_role where role = 'commissioner') c;

-- People who fill in, and runs
with fresh as (
    insert into person (issuer, subject, name)
    select 'urn:uppdragskollen:demo', 'fyller-' || row_number() over (order by id, n), 'Rapportör ' || n || ' vid ' || name
    from unit, generate_series(1, 3) n returning id, subject)
insert into person_role (person, role, unit)
select f.id, 'reporter', u.id from fresh f
join (select id, row_number() over (order by id) as place from unit) u
on u.place = (substr(f.subject, 8)::int + 2) / 3;
insert into evaluation_run (assignment, from_day, to_day, current_rules, state, total, changed, asked_by, asked_at, ended_at)
select 'kalmar-halsoval', date '2015-07-01' + n * 18, date '2015-07-31' + n * 18, true, 'done', 250, 10,
       (select min(person) from person_role where role = 'commissioner'), timestamptz '2015-08-10' + n * interval '18 days',
       timestamptz '2015-08-10' + n * interval '18 days' from generate_series(1, 200) n;

-- What people did: ten events for each report. Their hashes are no chain.
insert into audit_event (seq, at, actor, act, subject, unit, details, request, previous, hash)
select s.last + row_number() over (), v.signed_at + n * interval '1 minute', 'person:' || v.signed_by,
       case when n = 10 then 'submitted' else 'draft-saved' end, 'report:' || v.unit || '/' || v.period, v.unit,
       '{"assignment":"kalmar-halsoval","period":"' || v.period || '","version":' || n || '}', null, '-',
       'load-' || v.unit || '-' || v.period || '-' || n
from report_version v, generate_series(1, 10) n, (select coalesce(max(seq), 0) as last from audit_event) s;
