-- The latest time that an application with a steady clock has seen.
create table clock.reading (
    only_row boolean not null default true,
    at timestamptz not null,
    constraint reading_pk primary key (only_row),
    constraint reading_single check (only_row)
);
