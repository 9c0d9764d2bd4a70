create schema access;

-- REFERENCE
create table access.account (
    login text not null,
    name text not null,
    password_hash text not null,
    organization_kind text not null,
    organization_code text not null,
    duties text[] not null,
    constraint account_pk primary key (login)
);

-- LOCAL: the form is Spring Session's
create table access.login_session (
    primary_id char(36) not null,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100),
    constraint login_session_pk primary key (primary_id)
);

create unique index login_session_id_ix on access.login_session (session_id);
create index login_session_expiry_ix on access.login_session (expiry_time);
create index login_session_name_ix on access.login_session (principal_name);

-- LOCAL
create table access.login_session_attributes (
    session_primary_id char(36) not null,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    constraint login_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint login_session_attributes_fk foreign key (session_primary_id)
        references access.login_session (primary_id) on delete cascade
);
