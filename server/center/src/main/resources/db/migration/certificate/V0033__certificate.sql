create schema certificate;

-- REFERENCE: plans that have final results; due since results became final that no issue has looked at yet; its row is held by whoever
-- changes issues of the plan
create table certificate.plan (
    plan text not null,
    due_since timestamptz,
    constraint plan_pk primary key (plan),
    constraint plan_plan_fk foreign key (plan) references plan.plan (code)
);

-- REFERENCE: what is signed together; the names are those that are printed
create table certificate.issue (
    id uuid not null,
    plan text not null,
    awarding_body text not null,
    awarding_body_name text not null,
    college text not null,
    college_name text not null,
    number int not null,
    people int not null,
    digest text not null,
    state text not null,
    since timestamptz not null,
    verify_address text,
    signed_at timestamptz,
    job uuid,
    issued_at timestamptz,
    constraint issue_pk primary key (id),
    constraint issue_number_uq unique (plan, college, number),
    constraint issue_plan_fk foreign key (plan) references plan.plan (code),
    constraint issue_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint issue_college_fk foreign key (college) references organization.college (code)
);

create index issue_body_ix on certificate.issue (awarding_body, plan);
create index issue_college_ix on certificate.issue (college, plan);

-- REFERENCE: who has signed an issue, each party once, and what they had looked at
create table certificate.signature (
    issue_id uuid not null,
    party text not null,
    organization text not null,
    by_login text not null,
    by_name text not null,
    at timestamptz not null,
    digest text not null,
    constraint signature_pk primary key (issue_id, party),
    constraint signature_issue_fk foreign key (issue_id) references certificate.issue (id)
);

-- CANDIDATE: what is printed for one registration, and what has become of it; number and day once both have signed, the file once it is made;
-- printed_hash is over everything that is printed but the photo, unprintable holds characters of it that no font has
create table certificate.certificate (
    candidate_id uuid not null,
    id uuid not null,
    registration_id uuid not null,
    issue_id uuid not null,
    plan text not null,
    awarding_body text not null,
    college text not null,
    enrolment uuid not null,
    name text not null,
    number_sealed bytea not null,
    ticket text not null,
    qualification text not null,
    qualification_name text not null,
    level text not null,
    photo text,
    unprintable text not null,
    printed_hash text not null,
    number text,
    issued_on date,
    file text,
    revoked_at timestamptz,
    revoked_by text,
    revocation_reason text,
    version int not null,
    constraint certificate_pk primary key (candidate_id, id),
    constraint certificate_registration_uq unique (candidate_id, registration_id),
    constraint certificate_issue_fk foreign key (issue_id) references certificate.issue (id),
    constraint certificate_plan_fk foreign key (plan) references plan.plan (code),
    constraint certificate_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint certificate_file_ck check (file is null or number is not null),
    constraint certificate_revoked_ck check (revoked_at is null or file is not null)
);

create index certificate_issue_ix on certificate.certificate (issue_id, candidate_id, id);
create index certificate_plan_ix on certificate.certificate (plan, college);
create index certificate_body_ix on certificate.certificate (awarding_body, number) where file is not null;
create index certificate_college_ix on certificate.certificate (college, number) where file is not null;

-- LEDGER: the number that was taken last, by awarding body, year and level
create table certificate.sequence (
    awarding_body text not null,
    year int not null,
    level int not null,
    taken int not null,
    constraint sequence_pk primary key (awarding_body, year, level)
);

-- LEDGER: whose a number is
create table certificate.number (
    number text not null,
    candidate_id uuid not null,
    certificate_id uuid not null,
    constraint number_pk primary key (number)
);

-- LEDGER: what stands in a QR code, by its hash
create table certificate.verification_key (
    key_hash text not null,
    candidate_id uuid not null,
    certificate_id uuid not null,
    constraint verification_key_pk primary key (key_hash)
);
