-- REFERENCE: in which window the marks of a plan are public, as two people have approved them; without a row nobody has yet
create table plan.publicity (
    plan text not null,
    opens timestamptz not null,
    closes timestamptz not null,
    constraint publicity_pk primary key (plan),
    constraint publicity_plan_fk foreign key (plan) references plan.plan (code),
    constraint publicity_window_ck check (opens < closes)
);
