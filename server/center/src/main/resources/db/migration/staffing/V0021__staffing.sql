create schema staffing;

-- REFERENCE: everybody whom a college wants to invigilate for an awarding body, from the application on. request_key is made by the page
-- of whoever enters them, so that sending it twice records them once; phone_hash tells the same person at several bodies or colleges.
create table staffing.invigilator (
    id uuid not null,
    version int not null,
    number text,
    state text not null,
    since timestamptz not null,
    request_key uuid not null,
    college text not null,
    awarding_body text not null,
    name text not null,
    phone_sealed bytea not null,
    phone_hash text not null,
    region text not null,
    teaches text not null,
    teaches_qualification boolean not null,
    certificate text not null,
    certificate_number text not null,
    issuer text not null,
    opinion text,
    constraint invigilator_pk primary key (id),
    constraint invigilator_request_uq unique (college, request_key),
    constraint invigilator_college_fk foreign key (college) references organization.college (code),
    constraint invigilator_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

-- A college names a person to a body once; somebody who retired may come back.
create unique index invigilator_living_uq on staffing.invigilator (college, awarding_body, phone_hash) where state <> 'RETIRED';
create index invigilator_college_ix on staffing.invigilator (college, since, id);
create index invigilator_body_ix on staffing.invigilator (awarding_body, since, id);
create index invigilator_person_ix on staffing.invigilator (phone_hash);

-- LEDGER: the numbers that were given, each once in the country and for ever
create table staffing.invigilator_number (
    number text not null,
    invigilator_id uuid not null,
    constraint invigilator_number_pk primary key (number)
);

-- LEDGER: whoever gives somebody a room holds their row, so that nobody gets two for the same hours anywhere in the country
create table staffing.person (
    phone_hash text not null,
    changes bigint not null,
    constraint person_pk primary key (phone_hash)
);

-- SITE: whoever changes who is in which room of a site for a plan holds its row; so does whoever takes back the seats
create table staffing.site_staffing (
    site_id uuid not null,
    plan text not null,
    version int not null,
    assigned int not null,
    pins_issued_at timestamptz,
    constraint site_staffing_pk primary key (site_id, plan),
    constraint site_staffing_site_fk foreign key (site_id) references site.site (id),
    constraint site_staffing_plan_fk foreign key (plan) references plan.plan (code)
);

-- SITE: who invigilates in which room opening; the hours are those of its slot
create table staffing.assignment (
    site_id uuid not null,
    plan text not null,
    opening_id uuid not null,
    invigilator_id uuid not null,
    opens timestamptz not null,
    closes timestamptz not null,
    constraint assignment_pk primary key (site_id, opening_id, invigilator_id),
    constraint assignment_site_fk foreign key (site_id, plan) references staffing.site_staffing (site_id, plan),
    constraint assignment_invigilator_fk foreign key (invigilator_id) references staffing.invigilator (id),
    constraint assignment_hours_ck check (opens < closes)
);

create index assignment_plan_ix on staffing.assignment (site_id, plan);
create index assignment_invigilator_ix on staffing.assignment (invigilator_id, opens);

-- SITE: the PIN by which somebody signs in at the site's node for a plan, one for all their rooms there
create table staffing.pin (
    site_id uuid not null,
    plan text not null,
    invigilator_id uuid not null,
    pin_sealed bytea not null,
    constraint pin_pk primary key (site_id, plan, invigilator_id),
    constraint pin_site_fk foreign key (site_id, plan) references staffing.site_staffing (site_id, plan),
    constraint pin_invigilator_fk foreign key (invigilator_id) references staffing.invigilator (id)
);
