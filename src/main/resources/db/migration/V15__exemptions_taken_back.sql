-- Whoever proposed an exemption may take it back before it is decided.
alter table exemption add column withdrawn_at timestamptz;
alter table exemption drop constraint exemption_state_check;
alter table exemption add constraint exemption_state_check
    check (state in ('proposed', 'approved', 'refused', 'ended', 'withdrawn'));
-- (state = 'proposed') = (decided_by is null)
alter table exemption drop constraint exemption_check3;
alter table exemption add constraint exemption_check3
    check ((state in ('proposed', 'withdrawn')) = (decided_by is null));
alter table exemption add constraint exemption_withdrawn_check check ((state = 'withdrawn') = (withdrawn_at is not null));
