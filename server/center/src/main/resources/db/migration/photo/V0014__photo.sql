create schema photo;

-- CANDIDATE: the photo that a college has of somebody; the picture lies on disk under its hash
create table photo.photo (
    candidate_id uuid not null,
    enrolment uuid not null,
    sha256 text not null,
    format text not null,
    width int not null,
    height int not null,
    bytes bigint not null,
    colour text not null,
    rgb text not null,
    since timestamptz not null,
    constraint photo_pk primary key (candidate_id, enrolment),
    constraint photo_person_fk foreign key (candidate_id) references candidate.person (candidate_id)
);

-- LOCAL: archives of photos that were sent, as far as they have come
create table photo.archive_import (
    id uuid not null,
    college text not null,
    file_id uuid not null,
    file_name text not null,
    state text not null,
    job uuid not null,
    by_name text not null,
    since timestamptz not null,
    files_kept int not null,
    files_refused int not null,
    files_skipped int not null,
    constraint archive_import_pk primary key (id)
);

create index archive_import_list_ix on photo.archive_import (college, since, id);

-- LOCAL: what became of each file; what it is called and looks like is sealed
create table photo.archive_result (
    import_id uuid not null,
    number int not null,
    outcome text not null,
    name_sealed bytea not null,
    problems text not null,
    candidate uuid,
    enrolment uuid,
    thumbnail_sealed bytea,
    constraint archive_result_pk primary key (import_id, number),
    constraint archive_result_import_fk foreign key (import_id) references photo.archive_import (id)
);
