create schema sitting;

create table sitting.session (
    id uuid not null,
    title text not null,
    qualification text not null,
    level text not null,
    subject text not null,
    practice boolean not null,
    entry_opens_at timestamptz not null,
    opens_at timestamptz not null,
    late_until timestamptz not null,
    closes_at timestamptz not null,
    minutes int not null,
    hand_in_after_minutes int not null,
    id_hash_key bytea not null,
    -- null until the key is released
    paper_key bytea,
    constraint session_pk primary key (id)
);

create table sitting.paper (
    session uuid not null,
    form text not null,
    sha256 text not null,
    sealed bytea not null,
    constraint paper_pk primary key (session, form),
    constraint paper_session_fk foreign key (session) references sitting.session (id)
);

create index paper_sha256 on sitting.paper (sha256);

create table sitting.attempt (
    id uuid not null,
    session uuid not null,
    ticket text not null,
    name text not null,
    masked_id text not null,
    id_hash text not null,
    room text not null,
    seat int not null,
    form text not null,
    extra_percent int not null,
    -- 0 until somebody has signed in
    epoch int not null default 0,
    unlocked boolean not null default false,
    extra_minutes int not null default 0,
    started_at timestamptz,
    deadline timestamptz,
    -- how it was handed in, null as long as it was not
    sealed text,
    constraint attempt_pk primary key (id),
    constraint attempt_ticket_uq unique (ticket),
    constraint attempt_seat_uq unique (session, room, seat),
    constraint attempt_session_fk foreign key (session) references sitting.session (id),
    constraint attempt_paper_fk foreign key (session, form) references sitting.paper (session, form)
);

create index attempt_running on sitting.attempt (deadline) where started_at is not null and sealed is null;

-- Who owned an attempt in an epoch. The token itself is known to the device only.
create table sitting.device (
    attempt uuid not null,
    epoch int not null,
    token_hash text not null,
    durable_seq bigint not null,
    since timestamptz not null,
    constraint device_pk primary key (attempt, epoch),
    constraint device_attempt_fk foreign key (attempt) references sitting.attempt (id)
);

-- The journal. Never updated, never deleted.
create table sitting.entry (
    attempt uuid not null,
    epoch int not null,
    seq bigint not null,
    item text not null,
    value text not null,
    claimed_at timestamptz not null,
    received_at timestamptz not null,
    -- COUNTS, LATE (came after the node had handed in) or EVIDENCE (came from a device that no longer owned the attempt)
    standing text not null,
    constraint entry_pk primary key (attempt, epoch, seq),
    constraint entry_device_fk foreign key (attempt, epoch) references sitting.device (attempt, epoch)
);

create table sitting.event (
    attempt uuid not null,
    epoch int not null,
    kind text not null,
    claimed_at timestamptz not null,
    received_at timestamptz not null,
    constraint event_pk primary key (attempt, epoch, kind, claimed_at),
    constraint event_device_fk foreign key (attempt, epoch) references sitting.device (attempt, epoch)
);

create table sitting.instruction (
    id uuid not null,
    attempt uuid not null,
    kind text not null,
    text text,
    extra_minutes int,
    given_at timestamptz not null,
    confirmed_at timestamptz,
    constraint instruction_pk primary key (id),
    constraint instruction_attempt_fk foreign key (attempt) references sitting.attempt (id)
);

create index instruction_open on sitting.instruction (attempt) where confirmed_at is null;

create table sitting.script (
    attempt uuid not null,
    revision int not null,
    kind text not null,
    epoch int not null,
    last_seq bigint not null,
    answered int not null,
    hash text not null,
    handed_in_at timestamptz not null,
    constraint script_pk primary key (attempt, revision),
    constraint script_attempt_fk foreign key (attempt) references sitting.attempt (id)
);
