create schema file;

-- LOCAL: whose files there are; what they hold lies on disk under its hash
create table file.stored_file (
    id uuid not null,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    owner_kind text not null,
    owner_code text not null,
    login text not null,
    at timestamptz not null,
    constraint stored_file_pk primary key (id)
);
