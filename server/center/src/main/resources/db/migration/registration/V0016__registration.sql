create schema registration;

-- REFERENCE: a plan's gate; whoever enters, changes or withdraws holds it with others, the freeze holds it alone
create table registration.gate (
    plan text not null,
    awarding_body text not null,
    closes_at timestamptz not null,
    frozen_at timestamptz,
    constraint gate_pk primary key (plan),
    constraint gate_plan_fk foreign key (plan) references plan.plan (code)
);

create index gate_closes_ix on registration.gate (closes_at) where frozen_at is null;

insert into registration.gate (plan, awarding_body, closes_at)
select p.code, n.awarding_body, p.closes_at
from plan.plan p join plan.notice n on n.id = p.notice_id
where n.status = 'PUBLISHED';

-- CANDIDATE: whoever changes a person's registrations holds this row, so that two colleges do not enter them into one hour
create table registration.person (
    candidate_id uuid not null,
    changes bigint not null,
    constraint person_pk primary key (candidate_id)
);

-- CANDIDATE: a person entered for a level of a plan, with what was known of them then
create table registration.registration (
    candidate_id uuid not null,
    id uuid not null,
    version int not null,
    enrolment_id uuid not null,
    college text not null,
    name text not null,
    number_sealed bytea not null,
    kind text not null,
    class_name text not null,
    plan text not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    site_id uuid not null,
    since timestamptz not null,
    withdrawn timestamptz,
    constraint registration_pk primary key (candidate_id, id),
    constraint registration_person_fk foreign key (candidate_id) references registration.person (candidate_id),
    constraint registration_college_fk foreign key (college) references organization.college (code),
    constraint registration_gate_fk foreign key (plan) references registration.gate (plan),
    constraint registration_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint registration_site_fk foreign key (site_id) references site.site (id)
);

create unique index registration_living_uq on registration.registration (candidate_id, plan, qualification, level)
    where withdrawn is null;
create index registration_college_ix on registration.registration (college, class_name, name, id);
create index registration_body_ix on registration.registration (awarding_body, college, class_name, name, id);
create index registration_plan_ix on registration.registration (plan, college, class_name, name, id);

-- CANDIDATE: one subject of a registration (报考记录), the "2倍记录" of 004
create table registration.entry (
    candidate_id uuid not null,
    registration_id uuid not null,
    subject text not null,
    position int not null,
    constraint entry_pk primary key (candidate_id, registration_id, subject),
    constraint entry_registration_fk foreign key (candidate_id, registration_id)
        references registration.registration (candidate_id, id)
);
