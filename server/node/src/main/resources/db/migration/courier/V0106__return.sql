-- What goes back to the centre after an exam: the newest file of every script and of every bundle's record, sealed once for the awarding
-- body and sent in pieces as it lies here. Nobody at this node can open it.
create table courier.returned_file (
    -- the attempt of a script, the bundle of a record
    subject uuid not null,
    bundle uuid not null,
    -- as which node it was signed
    node uuid not null,
    -- revision of a script, number of a record
    number int not null,
    -- of a script as its receipt says it, of a record of what it says
    hash text not null,
    -- of the sealed bytes
    sha256 text not null,
    bytes bigint not null,
    -- null once the bundle was wiped
    sealed bytea,
    -- whether the centre has proven it
    arrived boolean not null,
    -- why the centre cannot take it
    refused text,
    constraint returned_file_pk primary key (subject)
);

create index returned_file_bundle on courier.returned_file (bundle);

-- Read in pieces, and sealed bytes cannot be made smaller.
alter table courier.returned_file alter column sealed set storage external;

-- What the centre has signed for what it took. Never changed, never deleted.
create table courier.receipt (
    attempt uuid not null,
    revision int not null,
    hash text not null,
    -- as the centre wrote it, because that is what it signed
    received_at text not null,
    signature text not null,
    constraint receipt_pk primary key (attempt, revision)
);

-- Bundles of which everything has been returned and nothing about people is here any more.
create table courier.wiped_bundle (
    bundle uuid not null,
    wiped_at timestamptz not null,
    constraint wiped_bundle_pk primary key (bundle)
);
