create schema catalog;

-- REFERENCE
create table catalog.qualification (
    code text not null,
    awarding_body text not null,
    name text not null,
    short_name text not null,
    constraint qualification_pk primary key (code)
);

-- REFERENCE: every word by which a qualification is called; nobody else may be called so
create table catalog.qualification_name (
    name text not null,
    qualification text not null,
    is_alias boolean not null,
    constraint qualification_name_pk primary key (name),
    constraint qualification_name_fk foreign key (qualification) references catalog.qualification (code)
);

-- REFERENCE: versions are added, never changed
create table catalog.scheme (
    qualification text not null,
    level text not null,
    version int not null,
    content jsonb not null,
    constraint scheme_pk primary key (qualification, level, version),
    constraint scheme_qualification_fk foreign key (qualification) references catalog.qualification (code)
);
