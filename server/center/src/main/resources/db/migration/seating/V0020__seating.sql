create schema seating;

-- LEDGER: whoever opens rooms of a college holds this row, so that one room is not open for two plans at a time; a room that stands in
-- the applications of several sites is still one room
create table seating.premises (
    college text not null,
    changes bigint not null,
    constraint premises_pk primary key (college),
    constraint premises_college_fk foreign key (college) references organization.college (code)
);

-- SITE: how far the seating of a site for a plan has come; whoever opens rooms or gives seats holds this row. What others keep of the
-- plan and the site is repeated, because it does not change and the list is sorted by it
create table seating.arrangement (
    site_id uuid not null,
    plan text not null,
    version int not null,
    plan_name text not null,
    site_name text not null,
    college text not null,
    awarding_body text not null,
    closes_at timestamptz not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null,
    frozen_at timestamptz,
    people int not null,
    openings int not null,
    seats int not null,
    balanced boolean not null,
    arranged_at timestamptz,
    arranged_by text,
    seed bigint,
    changed_at timestamptz,
    pairs int,
    same_class int,
    college_rooms int,
    constraint arrangement_pk primary key (site_id, plan),
    constraint arrangement_site_fk foreign key (site_id) references site.site (id),
    constraint arrangement_plan_fk foreign key (plan) references plan.plan (code),
    constraint arrangement_college_fk foreign key (college) references organization.college (code),
    constraint arrangement_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint arrangement_frozen_ck check (arranged_at is null or frozen_at is not null)
);

create index arrangement_plan_ix on seating.arrangement (plan, site_id);
create index arrangement_body_ix on seating.arrangement (awarding_body, begins_at, plan, site_name, site_id);
create index arrangement_college_ix on seating.arrangement (college, begins_at, plan, site_name, site_id);

-- Whoever was registered before this version; what is frozen already is completed by the product (seating.complete-frozen-plans).
insert into seating.arrangement
    (site_id, plan, version, plan_name, site_name, college, awarding_body, closes_at, begins_at, ends_at,
     people, openings, seats, balanced)
select s.id, p.code, 1, p.name, s.name, s.college, n.awarding_body, p.closes_at, p.exam_starts_at, p.exam_ends_at, 0, 0, 0, false
from (select distinct plan, site_id from registration.registration where withdrawn is null) r
join plan.plan p on p.code = r.plan
join plan.notice n on n.id = p.notice_id
join site.site s on s.id = r.site_id;

-- SITE: a machine room opened for one slot of a plan; its place is its name without blanks and other ways to write it, by which one room is
-- recognised in the applications of several sites
create table seating.opening (
    site_id uuid not null,
    id uuid not null,
    plan text not null,
    slot int not null,
    number int not null,
    room_id uuid not null,
    name text not null,
    place text not null,
    college text not null,
    seats int not null,
    columns int not null,
    opens timestamptz not null,
    closes timestamptz not null,
    constraint opening_pk primary key (site_id, id),
    constraint opening_room_uq unique (site_id, plan, slot, room_id),
    constraint opening_number_uq unique (site_id, plan, slot, number),
    constraint opening_arrangement_fk foreign key (site_id, plan) references seating.arrangement (site_id, plan),
    constraint opening_seats_ck check (seats > 0),
    constraint opening_columns_ck check (columns > 0)
);

create index opening_college_ix on seating.opening (college, place, opens);

-- SITE: a place and who sits there, with what was known of them when they were registered
create table seating.seat (
    site_id uuid not null,
    opening_id uuid not null,
    number int not null,
    plan text not null,
    slot int not null,
    room_number int not null,
    form text not null,
    ticket text not null,
    candidate_id uuid not null,
    registration_id uuid not null,
    enrolment_id uuid not null,
    college text not null,
    class_name text not null,
    name text not null,
    number_sealed bytea not null,
    qualification text not null,
    level text not null,
    session int not null,
    constraint seat_pk primary key (site_id, opening_id, number),
    constraint seat_once_uq unique (site_id, plan, candidate_id, qualification, level),
    constraint seat_ticket_uq unique (site_id, plan, ticket),
    constraint seat_opening_fk foreign key (site_id, opening_id) references seating.opening (site_id, id),
    constraint seat_number_ck check (number > 0)
);

create index seat_plan_ix on seating.seat (plan, site_id, slot, room_number, number);
create index seat_college_ix on seating.seat (college, plan, site_id, slot, room_number, number);

-- CANDIDATE: the hours that somebody has got for a registration, wherever; whoever gives them holds the person (registration.person)
create table seating.given_session (
    candidate_id uuid not null,
    registration_id uuid not null,
    plan text not null,
    qualification text not null,
    level text not null,
    site_id uuid not null,
    session int not null,
    constraint given_session_pk primary key (candidate_id, registration_id),
    constraint given_session_once_uq unique (candidate_id, plan, qualification, level)
);

create index given_session_site_ix on seating.given_session (site_id, plan);

-- LEDGER: each registration's ticket number, for ever
create table seating.ticket (
    number text not null,
    candidate_id uuid not null,
    registration_id uuid not null,
    plan text not null,
    site_id uuid not null,
    constraint ticket_pk primary key (number),
    constraint ticket_registration_uq unique (candidate_id, registration_id)
);

create index ticket_site_ix on seating.ticket (site_id, plan);
