create schema result;

-- REFERENCE: how far the results of a plan are; held by whoever changes anything of them. version counts how often they were drawn up, drawn_at
-- is null while they are not, or not to their end; digest is of all entries. stale: something it was drawn from has changed since
create table result.sheet (
    plan text not null,
    awarding_body text not null,
    version int not null,
    job uuid,
    drawn_at timestamptz,
    digest text,
    stale boolean not null,
    people int not null,
    passed int not null,
    failed int not null,
    absent int not null,
    voided int not null,
    lost int not null,
    problems int not null,
    first_login text,
    first_name text,
    first_at timestamptz,
    second_login text,
    second_name text,
    second_at timestamptz,
    opens timestamptz,
    closes timestamptz,
    finished_at timestamptz,
    constraint sheet_pk primary key (plan),
    constraint sheet_plan_fk foreign key (plan) references plan.plan (code),
    constraint sheet_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint sheet_drawn_ck check ((drawn_at is null) = (digest is null)),
    constraint sheet_first_ck check (first_at is null or drawn_at is not null),
    constraint sheet_second_ck check (second_at is null or (first_at is not null and second_login <> first_login)),
    constraint sheet_window_ck check ((second_at is null) = (opens is null) and (opens is null) = (closes is null)),
    constraint sheet_finished_ck check (finished_at is null or opens is not null)
);

create index sheet_closes_ix on result.sheet (closes) where finished_at is null;

-- SITE: which sites have been drawn up of a version, so that it goes on there after a restart
create table result.drawing (
    site_id uuid not null,
    plan text not null,
    version int not null,
    constraint drawing_pk primary key (site_id, plan),
    constraint drawing_sheet_fk foreign key (plan) references result.sheet (plan)
);

-- CANDIDATE: what came of a registration, with what was known of the person when they were registered. outcome is null while a subject is
-- a problem; final_at, once set, stays, and with it everything else of the row and its entries
create table result.result (
    candidate_id uuid not null,
    registration_id uuid not null,
    version int not null,
    plan text not null,
    awarding_body text not null,
    site_id uuid not null,
    enrolment_id uuid not null,
    college text not null,
    class_name text not null,
    name text not null,
    number_sealed bytea not null,
    ticket text,
    qualification text not null,
    level text not null,
    outcome text,
    pending_reviews int not null,
    decided_reviews int not null,
    review text,
    final_at timestamptz,
    constraint result_pk primary key (candidate_id, registration_id),
    constraint result_sheet_fk foreign key (plan) references result.sheet (plan),
    constraint result_college_fk foreign key (college) references organization.college (code),
    constraint result_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint result_outcome_ck check (outcome in ('PASSED', 'FAILED')),
    constraint result_final_ck check (final_at is null or (outcome is not null and pending_reviews = 0))
);

create index result_plan_ix on result.result (plan, college, class_name, name, registration_id);
create index result_site_ix on result.result (plan, site_id);
create index result_open_ix on result.result (plan) where final_at is null;

-- CANDIDATE: what came of one subject of a registration
create table result.entry (
    candidate_id uuid not null,
    registration_id uuid not null,
    subject text not null,
    position int not null,
    script_id uuid not null,
    status text not null,
    score int,
    full_points int not null,
    constraint entry_pk primary key (candidate_id, registration_id, subject),
    constraint entry_result_fk foreign key (candidate_id, registration_id)
        references result.result (candidate_id, registration_id),
    constraint entry_status_ck check (status in ('SCORED', 'ABSENT', 'VOID', 'LOST')),
    constraint entry_score_ck check ((status = 'SCORED') = (score is not null))
);

-- SITE: what is neither a score nor anything else yet, as it was when the sheet was drawn up
create table result.problem (
    site_id uuid not null,
    registration_id uuid not null,
    subject text not null,
    plan text not null,
    kind text not null,
    candidate_id uuid not null,
    script_id uuid,
    name text not null,
    ticket text,
    qualification text not null,
    level text not null,
    constraint problem_pk primary key (site_id, registration_id, subject)
);

create index problem_plan_ix on result.problem (plan, site_id, registration_id, subject);

-- SCRIPT: what was decided on an incident; the last one holds, the others stay
create table result.ruling (
    script_id uuid not null,
    incident_id uuid not null,
    number int not null,
    plan text not null,
    finding text not null,
    reason text not null,
    ruled_by text not null,
    ruled_by_name text not null,
    ruled_at timestamptz not null,
    constraint ruling_pk primary key (script_id, incident_id, number),
    constraint ruling_finding_ck check (finding in ('DISMISSED', 'SUBJECT_VOID', 'ALL_VOID'))
);

-- SCRIPT: runs of which nothing can come back any more, by the word of the awarding body; what comes after all counts
create table result.loss (
    script_id uuid not null,
    plan text not null,
    reason text not null,
    declared_by text not null,
    declared_by_name text not null,
    declared_at timestamptz not null,
    constraint loss_pk primary key (script_id)
);
