create schema invigilation;

create table invigilation.room_keeper (
    session uuid not null,
    number text not null,
    name text not null,
    pin_hash text not null,
    pin_key bytea not null,
    constraint room_keeper_pk primary key (session, number),
    constraint room_keeper_session_fk foreign key (session) references sitting.session (id)
);

-- Who is signed in at the board. The token itself is known to the browser only.
create table invigilation.sign_in (
    token_hash text not null,
    session uuid not null,
    number text not null,
    since timestamptz not null,
    constraint sign_in_pk primary key (token_hash),
    constraint sign_in_keeper_fk foreign key (session, number) references invigilation.room_keeper (session, number)
);

-- What invigilators did, and why. Never updated, never deleted.
create table invigilation.act (
    id uuid not null,
    session uuid not null,
    attempt uuid not null,
    kind text not null,
    number text not null,
    second_number text,
    minutes int,
    reason text not null,
    at timestamptz not null,
    constraint act_pk primary key (id),
    constraint act_attempt_fk foreign key (attempt) references sitting.attempt (id)
);

create index act_session on invigilation.act (session, at);
