create schema plan;

-- REFERENCE: the document as a whole stands in content; what others join stands in rows beside it
create table plan.notice (
    id uuid not null,
    code text not null,
    awarding_body text not null,
    status text not null,
    version int not null,
    number text,
    title text not null,
    issued date,
    file text not null,
    digest text not null,
    published_at timestamptz,
    content jsonb not null,
    constraint notice_pk primary key (id),
    constraint notice_code_uq unique (code)
);

-- REFERENCE
create table plan.plan (
    id uuid not null,
    notice_id uuid not null,
    code text not null,
    sequence int not null,
    name text not null,
    deadline date not null,
    closes_at timestamptz not null,
    first_exam_date date not null,
    exam_starts_at timestamptz not null,
    exam_ends_at timestamptz not null,
    constraint plan_pk primary key (id),
    constraint plan_code_uq unique (code),
    constraint plan_notice_fk foreign key (notice_id) references plan.notice (id)
);

create index plan_notice_ix on plan.plan (notice_id);
create index plan_first_exam_ix on plan.plan (first_exam_date, code);

-- REFERENCE
create table plan.offering (
    id uuid not null,
    plan_id uuid not null,
    qualification text not null,
    level text not null,
    scheme_version int not null,
    constraint offering_pk primary key (id),
    constraint offering_once_uq unique (plan_id, qualification, level),
    constraint offering_plan_fk foreign key (plan_id) references plan.plan (id),
    constraint offering_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint offering_scheme_fk foreign key (qualification, level, scheme_version)
        references catalog.scheme (qualification, level, version)
);

-- REFERENCE: a subject of an alternative session; subjects of one block share its hours
create table plan.session_window (
    offering_id uuid not null,
    session int not null,
    position int not null,
    subject text not null,
    opens timestamptz not null,
    closes timestamptz not null,
    minutes int,
    constraint session_window_pk primary key (offering_id, session, position),
    constraint session_window_offering_fk foreign key (offering_id) references plan.offering (id)
);
