create schema script;

-- REFERENCE: for which key everything is sealed that is sent back to an awarding body; both halves, sealed by the vault
create table script.return_key (
    awarding_body text not null,
    key_sealed bytea not null,
    made_at timestamptz not null,
    constraint return_key_pk primary key (awarding_body),
    constraint return_key_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

-- SITE: what a site is to send back of one slot of a plan, from its first packing on: version and runs are those of the newest version. What
-- others keep of the site is repeated, because the list is sorted by it. The numbers are what has arrived and been proven by now; held by
-- whoever changes anything of it
create table script.site_return (
    site_id uuid not null,
    bundle_id uuid not null,
    plan text not null,
    slot int not null,
    site_name text not null,
    college text not null,
    awarding_body text not null,
    opens timestamptz not null,
    closes timestamptz not null,
    version int not null,
    runs int not null,
    recalled boolean not null,
    scripts int not null,
    absent int not null,
    not_started int not null,
    incidents int not null,
    doubts int not null,
    constraint site_return_pk primary key (site_id, bundle_id),
    constraint site_return_plan_fk foreign key (plan) references plan.plan (code),
    constraint site_return_college_fk foreign key (college) references organization.college (code),
    constraint site_return_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

create index site_return_plan_ix on script.site_return (plan, site_name, site_id, slot);
create index site_return_body_ix on script.site_return (awarding_body, plan);
create index site_return_college_ix on script.site_return (college, plan);

-- What was packed before this version; who moved away since is counted until the site announces what it has.
insert into script.site_return
    (site_id, bundle_id, plan, slot, site_name, college, awarding_body, opens, closes, version, runs, recalled, scripts, absent, not_started,
     incidents, doubts)
select b.site_id, k.bundle_id, b.plan, b.slot, b.site_name, b.college, b.awarding_body, b.opens, b.closes, b.version,
       (select count(*) from dispatch.script s
        where s.site_id = b.site_id and s.session_id in
              (select e.session_id from dispatch.bundle_session e
               where e.site_id = b.site_id and e.bundle_id = k.bundle_id and e.version = b.version)),
       not b.arranged or b.version <= b.recalled, 0, 0, 0, 0, 0
from dispatch.bundle b
join dispatch.bundle_key k on k.site_id = b.site_id and k.plan = b.plan and k.slot = b.slot
where b.version > 0;

-- SITE: the newest list of what an exam server has, and record, the number of the newest record of it that arrived, 0 before the first
create table script.announcement (
    site_id uuid not null,
    bundle_id uuid not null,
    node_id uuid not null,
    node_name text not null,
    version int not null,
    number int not null,
    record int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    constraint announcement_pk primary key (site_id, bundle_id, node_id),
    constraint announcement_return_fk foreign key (site_id, bundle_id) references script.site_return (site_id, bundle_id)
);

-- SITE: every sealed file that was ever on a list: of a script, with its newest revision, or, where script_id is null, of the record, with
-- its number. listed while it is on the newest one. What is TAKEN or REFUSED lies in the file store as it came
create table script.file (
    site_id uuid not null,
    bundle_id uuid not null,
    node_id uuid not null,
    sha256 text not null,
    script_id uuid,
    revision int not null,
    bytes bigint not null,
    listed boolean not null,
    have bigint not null,
    state text not null,
    reason text,
    constraint file_pk primary key (site_id, bundle_id, node_id, sha256),
    constraint file_announcement_fk foreign key (site_id, bundle_id, node_id)
        references script.announcement (site_id, bundle_id, node_id),
    constraint file_reason_ck check ((state = 'REFUSED') = (reason is not null))
);

-- SITE: what is here of a file that is not here whole, sealed as it comes
create table script.piece (
    site_id uuid not null,
    bundle_id uuid not null,
    node_id uuid not null,
    sha256 text not null,
    start bigint not null,
    content bytea not null,
    constraint piece_pk primary key (site_id, bundle_id, node_id, sha256, start),
    constraint piece_file_fk foreign key (site_id, bundle_id, node_id, sha256)
        references script.file (site_id, bundle_id, node_id, sha256)
);

-- SITE: what somebody should look at; open as long as nobody has decided since it came up
create table script.doubt (
    site_id uuid not null,
    bundle_id uuid not null,
    script_id uuid not null,
    kind text not null,
    level text not null,
    subject text not null,
    facts text not null,
    open boolean not null,
    constraint doubt_pk primary key (site_id, bundle_id, script_id, kind),
    constraint doubt_return_fk foreign key (site_id, bundle_id) references script.site_return (site_id, bundle_id)
);

-- SCRIPT: a script that came and proved itself, and what counts of it; node_id and the rest of the line are null while nothing does, and
-- the paper is that of what came last
create table script.script (
    script_id uuid not null,
    site_id uuid not null,
    bundle_id uuid not null,
    plan text not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    subject text not null,
    session_id uuid not null,
    paper_id uuid not null,
    form text not null,
    node_id uuid,
    revision int,
    answered int,
    hash text,
    constraint script_pk primary key (script_id)
);

create index script_return_ix on script.script (site_id, bundle_id);

-- SCRIPT: the newest file that an exam server sent of it, by which the file store keeps it; the answers are in there and nowhere else. The
-- paper is that of the version it had
create table script.copy (
    script_id uuid not null,
    node_id uuid not null,
    file text not null,
    paper_id uuid not null,
    form text not null,
    taken_at timestamptz not null,
    constraint copy_pk primary key (script_id, node_id)
);

-- SCRIPT: what its candidate has a receipt for, never changed; received_at and signature are the centre's own receipt, null for what came
-- together with a later revision. in_time: everything that came late was written before the first revision
create table script.revision (
    script_id uuid not null,
    node_id uuid not null,
    revision int not null,
    site_id uuid not null,
    bundle_id uuid not null,
    kind text not null,
    handed_in_at timestamptz not null,
    epoch int not null,
    last_seq bigint not null,
    answered int not null,
    hash text not null,
    in_time boolean not null,
    received_at timestamptz,
    signature text,
    constraint revision_pk primary key (script_id, node_id, revision),
    constraint revision_receipt_ck check ((received_at is null) = (signature is null))
);

create index revision_return_ix on script.revision (site_id, bundle_id, node_id);

-- SCRIPT: which revision a person has said counts; the last one does
create table script.decision (
    script_id uuid not null,
    number int not null,
    node_id uuid not null,
    revision int not null,
    reason text not null,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint decision_pk primary key (script_id, number)
);

-- SCRIPT: what became of a run, as the newest record of an exam server says; seen is what its invigilators saw, null if they wrote nothing
-- down. Their words are sealed by the vault
create table script.outcome (
    script_id uuid not null,
    node_id uuid not null,
    site_id uuid not null,
    bundle_id uuid not null,
    outcome text not null,
    revision int,
    seen boolean,
    seen_by text,
    seen_at timestamptz,
    note_sealed bytea,
    constraint outcome_pk primary key (script_id, node_id)
);

create index outcome_return_ix on script.outcome (site_id, bundle_id);

-- SCRIPT: what invigilators wrote down about a candidate, in words that the vault seals; what the list is sorted and shown by is repeated
create table script.incident (
    script_id uuid not null,
    node_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    bundle_id uuid not null,
    plan text not null,
    site_name text not null,
    college text not null,
    awarding_body text not null,
    level text not null,
    subject text not null,
    kind text not null,
    facts_sealed bytea not null,
    statement_sealed bytea not null,
    number text not null,
    second text,
    at timestamptz not null,
    constraint incident_pk primary key (script_id, node_id, id)
);

create index incident_return_ix on script.incident (site_id, bundle_id);
create index incident_plan_ix on script.incident (plan, at, id);

-- SCRIPT: what invigilators did for or to a candidate; their words are sealed by the vault
create table script.act (
    script_id uuid not null,
    node_id uuid not null,
    id uuid not null,
    site_id uuid not null,
    bundle_id uuid not null,
    kind text not null,
    number text not null,
    second text,
    minutes int,
    reason_sealed bytea not null,
    at timestamptz not null,
    constraint act_pk primary key (script_id, node_id, id)
);

create index act_return_ix on script.act (site_id, bundle_id);
