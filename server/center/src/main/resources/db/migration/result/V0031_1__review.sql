-- CANDIDATE: what a college asked to be looked at again and what came of it; before is what was public, after what is proposed or was decided
-- instead, and after_whole that with all other subjects. What people wrote is sealed by the vault
create table result.review (
    candidate_id uuid not null,
    id uuid not null,
    registration_id uuid not null,
    version int not null,
    plan text not null,
    awarding_body text not null,
    college text not null,
    subject text not null,
    reason_sealed bytea not null,
    asked_login text not null,
    asked_name text not null,
    asked_at timestamptz not null,
    state text not null,
    before_status text not null,
    before_score int,
    before_outcome text not null,
    after_status text,
    after_score int,
    after_outcome text,
    after_whole text,
    finding_sealed bytea,
    proposed_login text,
    proposed_name text,
    proposed_at timestamptz,
    decided_login text,
    decided_name text,
    decided_at timestamptz,
    constraint review_pk primary key (candidate_id, id),
    constraint review_result_fk foreign key (candidate_id, registration_id)
        references result.result (candidate_id, registration_id),
    constraint review_state_ck check (state in ('OPEN', 'PROPOSED', 'UPHELD', 'CORRECTED', 'WITHDRAWN')),
    constraint review_proposal_ck check ((state in ('OPEN', 'WITHDRAWN')) = (proposed_at is null)),
    constraint review_decision_ck check ((state in ('OPEN', 'PROPOSED')) = (decided_at is null)),
    constraint review_second_ck check (state <> 'CORRECTED' or decided_login <> proposed_login)
);

create unique index review_pending_uq on result.review (candidate_id, registration_id, subject) where decided_at is null;
create index review_plan_ix on result.review (plan, asked_at, id);
create index review_body_ix on result.review (awarding_body, asked_at, id);
create index review_college_ix on result.review (college, asked_at, id);
