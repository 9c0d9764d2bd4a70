-- Who was seen in the room. A correction is another row: the one with the highest revision counts. Never deleted, and never updated but to
-- forget its note with its bundle.
create table invigilation.attendance (
    id uuid not null,
    bundle uuid not null,
    attempt uuid not null,
    -- counts those of an attempt: a clock can go back
    revision int not null,
    present boolean not null,
    note text not null,
    number text not null,
    at timestamptz not null,
    constraint attendance_pk primary key (id),
    constraint attendance_revision_uq unique (attempt, revision),
    constraint attendance_attempt_fk foreign key (attempt) references sitting.attempt (id)
);

create index attendance_bundle on invigilation.attendance (bundle);

-- What happened to or was done by a candidate; the awarding body decides what follows from it. Never deleted, and never updated but to forget
-- its texts with its bundle.
create table invigilation.incident (
    id uuid not null,
    bundle uuid not null,
    attempt uuid not null,
    -- where it happened
    room text not null,
    -- DISCIPLINE, CHEATING, EQUIPMENT, HEALTH or OTHER
    kind text not null,
    facts text not null,
    -- what the candidate says; may be empty
    statement text not null,
    number text not null,
    second_number text,
    at timestamptz not null,
    constraint incident_pk primary key (id),
    constraint incident_attempt_fk foreign key (attempt) references sitting.attempt (id)
);

create index incident_bundle on invigilation.incident (bundle, at, id);
