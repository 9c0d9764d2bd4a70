create schema site;

-- REFERENCE: a college's site for a qualification, from its application on
create table site.site (
    id uuid not null,
    version int not null,
    state text not null,
    since timestamptz not null,
    college text not null,
    province text not null,
    qualification text not null,
    awarding_body text not null,
    name text not null,
    address text not null,
    manager_name text not null,
    manager_phone_sealed bytea,
    opinion text,
    constraint site_pk primary key (id),
    constraint site_college_fk foreign key (college) references organization.college (code),
    constraint site_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint site_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

-- One living application of a college for a qualification; a suspended site makes room for a new one.
create unique index site_living_uq on site.site (college, qualification) where state <> 'SUSPENDED';
create index site_since_ix on site.site (since, id);

-- REFERENCE
create table site.room (
    id uuid not null,
    site_id uuid not null,
    position int not null,
    name text not null,
    building text not null,
    machines int not null,
    spare_machines int not null,
    cameras boolean not null,
    network boolean not null,
    constraint room_pk primary key (id),
    constraint room_position_uq unique (site_id, position),
    constraint room_name_uq unique (site_id, building, name),
    constraint room_site_fk foreign key (site_id) references site.site (id)
);
