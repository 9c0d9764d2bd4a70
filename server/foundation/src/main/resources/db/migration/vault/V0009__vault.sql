create schema vault;

-- LOCAL: a hash by which the keys are recognised that belong to this database
create table vault.key_check (
    id int not null,
    hash text not null,
    constraint key_check_pk primary key (id)
);
