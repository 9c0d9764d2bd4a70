-- Invigilators belong to a bundle and its rooms, no longer to one subject. The identity of what was installed before stays (V0103).
alter table invigilation.sign_in drop constraint sign_in_keeper_fk;
alter table invigilation.room_keeper drop constraint room_keeper_session_fk;

alter table invigilation.room_keeper rename column session to bundle;
alter table invigilation.sign_in rename column session to bundle;
alter table invigilation.act rename column session to bundle;

alter table invigilation.room_keeper
    add constraint room_keeper_bundle_fk foreign key (bundle) references sitting.bundle (id);
alter table invigilation.sign_in
    add constraint sign_in_keeper_fk foreign key (bundle, number) references invigilation.room_keeper (bundle, number);

-- Which rooms they keep; elsewhere they see and do nothing.
create table invigilation.kept_room (
    bundle uuid not null,
    number text not null,
    room text not null,
    constraint kept_room_pk primary key (bundle, number, room),
    constraint kept_room_keeper_fk foreign key (bundle, number) references invigilation.room_keeper (bundle, number)
);

insert into invigilation.kept_room (bundle, number, room)
select distinct k.bundle, k.number, a.room
from invigilation.room_keeper k
join sitting.attempt a on a.session = k.bundle;
