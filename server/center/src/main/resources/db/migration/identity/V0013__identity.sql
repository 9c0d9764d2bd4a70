create schema identity;

-- LOCAL: questions that are open
create table identity.inquiry (
    id uuid not null,
    candidate uuid not null,
    enrolment uuid not null,
    name text not null,
    state text not null,
    ticket text,
    attempts int not null,
    next_at timestamptz not null,
    constraint inquiry_pk primary key (candidate, enrolment)
);

create index inquiry_id_ix on identity.inquiry (id);
create index inquiry_next_ix on identity.inquiry (state, next_at);
create index inquiry_ticket_ix on identity.inquiry (ticket);

-- CANDIDATE: what was found out about names and numbers
create table identity.finding (
    candidate_id uuid not null,
    id uuid not null,
    enrolment uuid not null,
    name text not null,
    result text not null,
    at timestamptz not null,
    by_name text not null,
    remark text not null,
    evidence text,
    constraint finding_pk primary key (candidate_id, id),
    constraint finding_person_fk foreign key (candidate_id) references candidate.person (candidate_id)
);
