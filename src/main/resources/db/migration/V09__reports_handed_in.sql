-- Who has handed in for a period, read from the index alone: what is late is all the others.
create index self_report_handed_in on self_report (assignment, period, unit) where latest is not null;
