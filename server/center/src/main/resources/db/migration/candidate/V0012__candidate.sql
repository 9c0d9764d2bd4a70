create schema candidate;

-- LEDGER: nobody is entered twice, whoever enters them
create table candidate.person_identity (
    id_hash text not null,
    candidate_id uuid not null,
    constraint person_identity_pk primary key (id_hash)
);

-- CANDIDATE: people for life
create table candidate.person (
    candidate_id uuid not null,
    number_sealed bytea not null,
    since timestamptz not null,
    constraint person_pk primary key (candidate_id)
);

-- CANDIDATE: a person at a college
create table candidate.enrolment (
    candidate_id uuid not null,
    id uuid not null,
    version int not null,
    college text not null,
    name text not null,
    kind text not null,
    nation text not null,
    phone_sealed bytea,
    email text not null,
    department text not null,
    major text not null,
    grade text not null,
    class_name text not null,
    student_number text not null,
    education text not null,
    entry_year int,
    consent boolean not null,
    has_photo boolean not null,
    real_name text not null,
    state text not null,
    since timestamptz not null,
    ended timestamptz,
    constraint enrolment_pk primary key (candidate_id, id),
    constraint enrolment_person_fk foreign key (candidate_id) references candidate.person (candidate_id),
    constraint enrolment_college_fk foreign key (college) references organization.college (code)
);

-- One living enrolment of a person at a college.
create unique index enrolment_living_uq on candidate.enrolment (candidate_id, college) where ended is null;
create index enrolment_list_ix on candidate.enrolment (college, class_name, name, id) where ended is null;

-- REFERENCE: a college's roster; who changes many of its enrolments holds this row, so that two imports do not meet
create table candidate.roster (
    college text not null,
    constraint roster_pk primary key (college),
    constraint roster_college_fk foreign key (college) references organization.college (code)
);

-- LOCAL: rosters that were sent, as far as they have come
create table candidate.roster_import (
    id uuid not null,
    college text not null,
    file_id uuid not null,
    file_name text not null,
    state text not null,
    job uuid not null,
    by_name text not null,
    since timestamptz not null,
    rows_added int not null,
    rows_changed int not null,
    rows_unchanged int not null,
    rows_bad int not null,
    reading text not null,
    constraint roster_import_pk primary key (id)
);

create index roster_import_list_ix on candidate.roster_import (college, since, id);

-- LOCAL: their rows; what stands in them is sealed
create table candidate.roster_row (
    import_id uuid not null,
    number int not null,
    verdict text not null,
    is_entered boolean not null,
    form_sealed bytea not null,
    problems text not null,
    candidate uuid,
    enrolment uuid,
    constraint roster_row_pk primary key (import_id, number),
    constraint roster_row_import_fk foreign key (import_id) references candidate.roster_import (id)
);
