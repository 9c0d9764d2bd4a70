-- Whoever was never packed has no run: there may be an entry all the same, by the word of the awarding body.
alter table result.entry alter column script_id drop not null;

-- CANDIDATE: where there is no score (无成绩) by the word of the awarding body, because nothing else could be done about a problem; gone when it
-- was taken back, which stays on the trail
create table result.declaration (
    candidate_id uuid not null,
    registration_id uuid not null,
    subject text not null,
    plan text not null,
    reason text not null,
    declared_by text not null,
    declared_by_name text not null,
    declared_at timestamptz not null,
    constraint declaration_pk primary key (candidate_id, registration_id, subject)
);
