create schema audit;

-- LOCAL: appended to, never changed
create table audit.entry (
    number bigint not null,
    business_time timestamptz not null,
    machine_time timestamptz not null,
    login text not null,
    organization text not null,
    act text not null,
    subject text not null,
    facts text not null,
    previous_hash text not null,
    hash text not null,
    constraint entry_pk primary key (number)
);

create index entry_subject_ix on audit.entry (subject, number);

-- LOCAL: where the chain ends; its one row is locked while an entry is added
create table audit.chain (
    only_row boolean not null default true,
    last_number bigint not null,
    last_hash text not null,
    constraint chain_pk primary key (only_row),
    constraint chain_single check (only_row)
);

insert into audit.chain (only_row, last_number, last_hash)
values (true, 0, repeat('00', 32));
