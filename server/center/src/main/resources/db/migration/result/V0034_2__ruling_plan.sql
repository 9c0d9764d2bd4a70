-- Each approval asks on which incidents of its plan something was decided.
create index ruling_plan_ix on result.ruling (plan, incident_id);
