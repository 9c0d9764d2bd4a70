create schema organization;

-- REFERENCE
create table organization.awarding_body (
    code text not null,
    name text not null,
    short_name text not null,
    constraint awarding_body_pk primary key (code),
    constraint awarding_body_name_uq unique (name)
);

-- REFERENCE
create table organization.college (
    code text not null,
    name text not null,
    province text not null,
    pilot boolean not null,
    constraint college_pk primary key (code),
    constraint college_name_uq unique (name)
);
