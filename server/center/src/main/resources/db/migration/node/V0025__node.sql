create schema node;

-- REFERENCE: the exam servers that were enrolled for a site, and by which keys they are known; whose the site is never changes
create table node.node (
    id uuid not null,
    site_id uuid not null,
    college text not null,
    awarding_body text not null,
    name text not null,
    version text not null,
    signing_key bytea not null,
    sealing_key bytea not null,
    enrolled_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    constraint node_pk primary key (id),
    constraint node_site_fk foreign key (site_id) references site.site (id),
    constraint node_college_fk foreign key (college) references organization.college (code),
    constraint node_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint node_withdrawal_ck check ((withdrawn_at is null) = (withdrawal_reason is null))
);

create index node_site_ix on node.node (site_id, enrolled_at, id);
create index node_college_ix on node.node (college, enrolled_at, id);
create index node_body_ix on node.node (awarding_body, enrolled_at, id);

-- SITE: what an exam server last said of itself. signed_at and heard_at are machine time, reported_at is business time; it is written
-- every few seconds, which is why it does not stand with the node.
create table node.readiness (
    site_id uuid not null,
    node_id uuid not null,
    signed_at timestamptz not null,
    heard_at timestamptz not null,
    reported_at timestamptz not null,
    skew_ms bigint not null,
    version text not null,
    free_bytes bigint not null,
    exams int not null,
    practised_at timestamptz,
    practised_seats int,
    practised_handed_in int,
    constraint readiness_pk primary key (site_id, node_id),
    constraint readiness_node_fk foreign key (node_id) references node.node (id)
);

-- REFERENCE: every enrolment code that was given out. Only the newest of a site can still be used; a used one answers its node again.
-- The name is what is sent, the whole code lies sealed. issued_at is machine time.
create table node.code (
    name text not null,
    site_id uuid not null,
    code_sealed bytea not null,
    issued_at timestamptz not null,
    issued_by text not null,
    wrong_proofs int not null,
    used_by uuid,
    constraint code_pk primary key (name),
    constraint code_site_fk foreign key (site_id) references site.site (id),
    constraint code_node_fk foreign key (used_by) references node.node (id)
);

create index code_site_ix on node.code (site_id, issued_at);

-- LOCAL: the key by which the nodes know this centre, sealed
create table node.center_key (
    id int not null,
    key_sealed bytea not null,
    constraint center_key_pk primary key (id)
);
