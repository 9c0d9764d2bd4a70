create schema job;

-- LOCAL: background work of organisations, those that ended too
create table job.job (
    id uuid not null,
    kind text not null,
    subject text not null,
    owner_kind text not null,
    owner_code text not null,
    login text not null,
    name text not null,
    state text not null,
    done bigint not null,
    total bigint not null,
    since timestamptz not null,
    ended timestamptz,
    is_cancel_wanted boolean not null,
    run int not null,
    attempts int not null,
    code text,
    facts text not null,
    constraint job_pk primary key (id)
);

create index job_owner_ix on job.job (owner_kind, owner_code, since, id);

-- LOCAL: what the workers take their jobs from; the columns are those of db-scheduler 16
create table job.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    constraint scheduled_task_pk primary key (task_name, task_instance)
);

create index scheduled_task_time_ix on job.scheduled_task (execution_time);
create index scheduled_task_heartbeat_ix on job.scheduled_task (last_heartbeat);
