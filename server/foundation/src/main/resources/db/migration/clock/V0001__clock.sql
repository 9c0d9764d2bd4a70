create schema clock;

create table clock.offset_setting (
    only_row boolean not null default true,
    offset_millis bigint not null,
    constraint offset_setting_pk primary key (only_row),
    constraint offset_setting_single check (only_row)
);
