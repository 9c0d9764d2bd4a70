create schema marking;

-- SCRIPT: every script that counts or has counted: of which paper it is and how far its marking has come. hash is that of the revision that
-- counts; due_at is null when there is nothing to do by rule. Whose a script is stands nowhere in this schema
create table marking.score (
    script_id uuid not null,
    plan text not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    subject text not null,
    paper_id uuid not null,
    form text not null,
    hash text not null,
    counts boolean not null,
    state text not null,
    problem text,
    due_at timestamptz,
    objective int not null,
    written int not null,
    full_points int not null,
    works int not null,
    open_works int not null,
    constraint score_pk primary key (script_id),
    constraint score_state_ck check (state in ('SCORING', 'WAITING', 'MARKED', 'PROBLEM')),
    constraint score_problem_ck check ((state = 'PROBLEM') = (problem is not null))
);

create index score_plan_ix on marking.score (plan, script_id);
create index score_body_ix on marking.score (awarding_body, plan);
create index score_due_ix on marking.score (due_at, script_id) where due_at is not null;

-- What counted before this version is due at once.
insert into marking.score
    (script_id, plan, awarding_body, qualification, level, subject, paper_id, form, hash, counts, state, due_at, objective, written,
     full_points, works, open_works)
select script_id, plan, awarding_body, qualification, level, subject, paper_id, form, hash, true, 'SCORING',
       timestamptz '1970-01-01 00:00:00+00', 0, 0, 0, 0, 0
from script.script
where hash is not null;

-- SCRIPT: what the rules gave for a revision, item by item as JSON; that of an older revision stays
create table marking.scoring (
    script_id uuid not null,
    hash text not null,
    items text not null,
    scored_at timestamptz not null,
    constraint scoring_pk primary key (script_id, hash),
    constraint scoring_score_fk foreign key (script_id) references marking.score (script_id)
);

-- SCRIPT: a text that a person marks. text_hash tells whether it is still the same text, the text itself lies with the script; turn is drawn
-- by chance; judgement is the version in which it was marked; gone when its script has no such text any more
create table marking.work (
    script_id uuid not null,
    item text not null,
    plan text not null,
    turn uuid not null,
    version int not null,
    text_hash text not null,
    full_points int not null,
    gone boolean not null,
    holder text,
    holder_name text,
    held_until timestamptz,
    judgement int,
    points int,
    marked_by text,
    marked_by_name text,
    marked_at timestamptz,
    constraint work_pk primary key (script_id, item),
    constraint work_score_fk foreign key (script_id) references marking.score (script_id),
    constraint work_holder_ck check ((holder is null) = (held_until is null)),
    constraint work_marked_ck check ((marked_at is null) = (judgement is null))
);

create index work_turn_ix on marking.work (plan, turn);
create index work_waiting_ix on marking.work (plan, turn) where marked_at is null and not gone;

-- SCRIPT: what a marker gave, by criterion as JSON; a later judgement takes its place and it stays. It counts again
-- when its text comes back and is worth the same
create table marking.judgement (
    script_id uuid not null,
    item text not null,
    version int not null,
    text_hash text not null,
    full_points int not null,
    points text not null,
    total int not null,
    remark text not null,
    marked_by text not null,
    marked_by_name text not null,
    marked_at timestamptz not null,
    constraint judgement_pk primary key (script_id, item, version),
    constraint judgement_work_fk foreign key (script_id, item) references marking.work (script_id, item)
);

-- REFERENCE: a marker at the desk of a plan; held while a work is handed out, so that nobody gets two
create table marking.desk (
    plan text not null,
    login text not null,
    constraint desk_pk primary key (plan, login),
    constraint desk_plan_fk foreign key (plan) references plan.plan (code)
);
