create schema dispatch;

-- REFERENCE: a session of one subject with the paper that is sat in it for ever and the key of its sealed forms, itself sealed by the vault
create table dispatch.session (
    id uuid not null,
    plan text not null,
    qualification text not null,
    level text not null,
    number int not null,
    subject text not null,
    opens timestamptz not null,
    closes timestamptz not null,
    paper_id uuid not null,
    drill boolean not null,
    key_sealed bytea not null,
    key_from timestamptz not null,
    fixed_at timestamptz not null,
    constraint session_pk primary key (id),
    constraint session_once_uq unique (plan, qualification, level, number, subject),
    constraint session_plan_fk foreign key (plan) references plan.plan (code),
    constraint session_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint session_paper_fk foreign key (paper_id) references paper.paper (id)
);

create index session_paper_ix on dispatch.session (qualification, level, subject);

-- REFERENCE: held by whoever settles papers of a level, so that no paper is taken twice
create table dispatch.choice (
    qualification text not null,
    level text not null,
    constraint choice_pk primary key (qualification, level),
    constraint choice_qualification_fk foreign key (qualification) references catalog.qualification (code)
);

-- REFERENCE: the forms of its paper, and of a drill that was there before, as nodes get them; the sealed bytes lie in the file store and are the same for all sites
create table dispatch.sealed_paper (
    session_id uuid not null,
    paper_id uuid not null,
    form text not null,
    sha256 text not null,
    bytes bigint not null,
    constraint sealed_paper_pk primary key (session_id, paper_id, form),
    constraint sealed_paper_session_fk foreign key (session_id) references dispatch.session (id)
);

create index sealed_paper_ix on dispatch.sealed_paper (sha256);

-- SITE: what a site is to get for one slot of a plan, from the moment its seats are given; it stays when they are taken back. What others
-- keep of the site is repeated, because the list is sorted by it. seating is the version in which its seats were given last; up to recalled
-- its own versions were packed from seats that were taken back
create table dispatch.bundle (
    site_id uuid not null,
    plan text not null,
    slot int not null,
    site_name text not null,
    college text not null,
    awarding_body text not null,
    opens timestamptz not null,
    closes timestamptz not null,
    people int not null,
    arranged boolean not null,
    seating int not null,
    version int not null,
    recalled int not null,
    problems text not null,
    warnings text not null,
    constraint bundle_pk primary key (site_id, plan, slot),
    constraint bundle_site_fk foreign key (site_id) references site.site (id),
    constraint bundle_plan_fk foreign key (plan) references plan.plan (code),
    constraint bundle_college_fk foreign key (college) references organization.college (code),
    constraint bundle_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

create index bundle_plan_ix on dispatch.bundle (plan, site_name, site_id, slot);
create index bundle_body_ix on dispatch.bundle (awarding_body, plan);
create index bundle_college_ix on dispatch.bundle (college, plan);

-- SITE: what all versions of a bundle have in common, from the first packing on for ever: its id and its keys, sealed by the vault
create table dispatch.bundle_key (
    site_id uuid not null,
    plan text not null,
    slot int not null,
    bundle_id uuid not null,
    hash_key_sealed bytea not null,
    photo_key_sealed bytea not null,
    constraint bundle_key_pk primary key (site_id, plan, slot),
    constraint bundle_key_id_uq unique (site_id, bundle_id),
    constraint bundle_key_bundle_fk foreign key (site_id, plan, slot) references dispatch.bundle (site_id, plan, slot)
);

-- Whoever has got a seat before this version.
insert into dispatch.bundle
    (site_id, plan, slot, site_name, college, awarding_body, opens, closes, people, arranged, seating, version, recalled, problems,
     warnings)
select a.site_id, a.plan, o.slot, a.site_name, a.college, a.awarding_body, min(o.opens), max(o.closes), sum(o.seats), true, a.version, 0, 0,
       '[]', '[]'
from seating.arrangement a
join seating.opening o on o.site_id = a.site_id and o.plan = a.plan
where a.arranged_at is not null
group by a.site_id, a.plan, o.slot, a.site_name, a.college, a.awarding_body, a.version;

-- SITE: what was packed, every version for ever: digest is that of the content without its version, signed the SHA-256 of the signed bytes
-- in the file store; seating and staffing are the versions it was packed from, or later ones that changed nothing of it
create table dispatch.bundle_version (
    site_id uuid not null,
    bundle_id uuid not null,
    version int not null,
    digest text not null,
    signed text not null,
    seating int not null,
    staffing int not null,
    people int not null,
    packed_at timestamptz not null,
    packed_by text not null,
    constraint bundle_version_pk primary key (site_id, bundle_id, version),
    constraint bundle_version_bundle_fk foreign key (site_id, bundle_id) references dispatch.bundle_key (site_id, bundle_id)
);

-- SITE: the sessions that somebody sits there, of any version, and the newest in which it is: a node of the site may have their papers and, at their time, their keys
create table dispatch.bundle_session (
    site_id uuid not null,
    bundle_id uuid not null,
    session_id uuid not null,
    version int not null,
    constraint bundle_session_pk primary key (site_id, bundle_id, session_id),
    constraint bundle_session_bundle_fk foreign key (site_id, bundle_id) references dispatch.bundle_key (site_id, bundle_id),
    constraint bundle_session_session_fk foreign key (session_id) references dispatch.session (id)
);

-- SITE: photos of its candidates, sealed once for the bundle; source is the SHA-256 of what the college sent
create table dispatch.photo (
    site_id uuid not null,
    bundle_id uuid not null,
    source text not null,
    sha256 text not null,
    bytes bigint not null,
    type text not null,
    constraint photo_pk primary key (site_id, bundle_id, source),
    constraint photo_bundle_fk foreign key (site_id, bundle_id) references dispatch.bundle_key (site_id, bundle_id)
);

create index photo_ix on dispatch.photo (site_id, sha256);

-- SITE: a version sealed for one node, the same bytes ever after
create table dispatch.letter (
    site_id uuid not null,
    bundle_id uuid not null,
    version int not null,
    node_id uuid not null,
    sha256 text not null,
    bytes bigint not null,
    constraint letter_pk primary key (site_id, bundle_id, version, node_id),
    constraint letter_version_fk foreign key (site_id, bundle_id, version)
        references dispatch.bundle_version (site_id, bundle_id, version)
);

create index letter_ix on dispatch.letter (site_id, node_id, sha256);

-- SITE: the last word of a node on a bundle
create table dispatch.delivery (
    site_id uuid not null,
    bundle_id uuid not null,
    node_id uuid not null,
    version int not null,
    state text not null,
    problem text,
    at timestamptz not null,
    constraint delivery_pk primary key (site_id, bundle_id, node_id),
    constraint delivery_bundle_fk foreign key (site_id, bundle_id) references dispatch.bundle_key (site_id, bundle_id),
    constraint delivery_problem_ck check ((state = 'REFUSED') = (problem is not null))
);

-- SITE: which node has got which key, and when first
create table dispatch.key_release (
    site_id uuid not null,
    session_id uuid not null,
    node_id uuid not null,
    at timestamptz not null,
    constraint key_release_pk primary key (site_id, session_id, node_id),
    constraint key_release_session_fk foreign key (session_id) references dispatch.session (id)
);

-- SCRIPT: whose a script is; nobody but this module knows
create table dispatch.script (
    script_id uuid not null,
    candidate_id uuid not null,
    registration_id uuid not null,
    plan text not null,
    qualification text not null,
    level text not null,
    subject text not null,
    session_id uuid not null,
    site_id uuid not null,
    ticket text not null,
    constraint script_pk primary key (script_id)
);

create index script_candidate_ix on dispatch.script (candidate_id, registration_id);
