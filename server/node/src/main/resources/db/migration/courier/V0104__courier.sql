create schema courier;

-- What this node is to a centre. The keys are made before the code is used, so that asking again after a lost answer is the same question;
-- they lie sealed by the vault. The latest one that was answered counts, the others are history.
create table courier.enrolment (
    -- the first five characters of the enrolment code; the rest is kept nowhere
    code text not null,
    signing_key bytea not null,
    opening_key bytea not null,
    -- null until the centre has answered
    node uuid,
    name text,
    site uuid,
    site_name text,
    center text,
    center_key bytea,
    enrolled_at timestamptz,
    -- counts the enrolments, of which the highest counts: a clock can go back
    number int,
    constraint enrolment_pk primary key (code),
    constraint enrolment_number_uk unique (number)
);

-- The newest version of every bundle that the centre has for this node, and what became of it.
create table courier.delivery (
    bundle uuid not null,
    version int not null,
    -- of the letter
    sha256 text not null,
    bytes bigint not null,
    entry_opens_at timestamptz not null,
    closes_at timestamptz not null,
    -- WAITING, INSTALLED or REFUSED
    state text not null,
    problem text,
    -- null before the first one
    installed_version int,
    -- whether the centre knows of the state
    reported boolean not null,
    constraint delivery_pk primary key (bundle)
);

-- The sessions of installed bundles and whether the key of their papers has come.
create table courier.awaited_key (
    session uuid not null,
    bundle uuid not null,
    key_from timestamptz not null,
    closes_at timestamptz not null,
    released boolean not null,
    constraint awaited_key_pk primary key (session),
    constraint awaited_key_delivery_fk foreign key (bundle) references courier.delivery (bundle)
);
