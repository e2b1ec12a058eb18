-- The numbers of a report as they counted when it was judged last, so that they can be followed over time and beside
-- those of comparable units: {"assessed_total": 412, "npe_overall": "suppressed"}. Where there is no number stands why.
alter table current_result add column figures jsonb not null default '{}';

-- Of results from before: what the units and registers themselves said. What is computed comes with the next result.
update current_result c set figures = coalesce((
    select jsonb_object_agg(one.id, one.value) from (
        select v.key as id, v.value from jsonb_each(cast(r.input as jsonb) -> 'values') v
        where jsonb_typeof(v.value) = 'number'
        union
        select s.value #>> '{}', to_jsonb(cast('suppressed' as text))
        from jsonb_array_elements(coalesce(cast(r.input as jsonb) -> 'suppressed', '[]')) s) one), '{}')
from result r where r.id = c.result;
