-- What a site got for one slot: several subjects, one seat each, the rooms and who keeps them.
create table sitting.bundle (
    id uuid not null,
    version int not null,
    title text not null,
    practice boolean not null,
    id_hash_key bytea not null,
    -- null where there are no photos
    photo_key bytea,
    installed_at timestamptz not null,
    constraint bundle_pk primary key (id)
);

-- Until now a session was a bundle of its own: a mock exam that was installed before goes on under its own identity.
insert into sitting.bundle (id, version, title, practice, id_hash_key, photo_key, installed_at)
select id, 1, title, practice, id_hash_key, null, entry_opens_at from sitting.session;

alter table sitting.session add column bundle uuid;
-- its place in the order in which the bundle's subjects are sat
alter table sitting.session add column position int;
-- the session whose hand-in opens this one
alter table sitting.session add column after uuid;
-- from when the centre gives out the key of its papers
alter table sitting.session add column key_from timestamptz;

update sitting.session set bundle = id, position = 1, key_from = opens_at;

alter table sitting.session alter column bundle set not null;
alter table sitting.session alter column position set not null;
alter table sitting.session alter column key_from set not null;
alter table sitting.session add constraint session_bundle_fk foreign key (bundle) references sitting.bundle (id);
alter table sitting.session add constraint session_position_uq unique (bundle, position);
alter table sitting.session drop column title;
alter table sitting.session drop column practice;
alter table sitting.session drop column id_hash_key;

-- Sealed photos, as they came.
create table sitting.photo (
    bundle uuid not null,
    sha256 text not null,
    type text not null,
    sealed bytea not null,
    constraint photo_pk primary key (bundle, sha256),
    constraint photo_bundle_fk foreign key (bundle) references sitting.bundle (id)
);

-- the candidate's photo in the bundle
alter table sitting.attempt add column photo text;
-- the run of the same candidate that comes before this one
alter table sitting.attempt add column follows uuid;
alter table sitting.attempt add constraint attempt_follows_fk foreign key (follows) references sitting.attempt (id);

create unique index attempt_follows_uq on sitting.attempt (follows);
