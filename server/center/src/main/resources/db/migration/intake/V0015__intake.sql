-- What was only the roster's becomes everybody's (ADR 16): the tables move, with what is in them.
create schema intake;

alter table candidate.roster_import set schema intake;
alter table intake.roster_import rename to intake;
alter table intake.intake rename constraint roster_import_pk to intake_pk;
-- Which kind of spreadsheet, <module>.<noun>: all there are yet are rosters.
alter table intake.intake add column kind text not null default 'candidate.roster';
alter table intake.intake alter column kind drop default;

drop index intake.roster_import_list_ix;
create index intake_list_ix on intake.intake (kind, college, since, id);

alter table candidate.roster_row set schema intake;
alter table intake.roster_row rename to intake_row;
alter table intake.intake_row rename constraint roster_row_pk to intake_row_pk;
alter table intake.intake_row rename constraint roster_row_import_fk to intake_row_intake_fk;
alter table intake.intake_row rename column import_id to intake_id;
alter table intake.intake_row rename column form_sealed to values_sealed;
alter table intake.intake_row add column subject text;

update intake.intake_row set subject = candidate || '/' || enrolment where candidate is not null;
-- Problems did not say of themselves yet that they are only warnings.
update intake.intake_row
    set problems = regexp_replace(problems, '"code":"([A-Z_]+)"', '"code":"\1","warning":false', 'g')
    where problems <> '[]';
update intake.intake_row
    set problems = regexp_replace(problems, '"code":"(AREA_UNKNOWN|HIDDEN_ROW)","warning":false', '"code":"\1","warning":true', 'g')
    where problems like '%AREA_UNKNOWN%' or problems like '%HIDDEN_ROW%';

alter table intake.intake_row drop column candidate;
alter table intake.intake_row drop column enrolment;
