-- What a device has brought so far, so that an attempt has a limit and nobody has to count at every beat. The number of its entries is
-- durable_seq. Both stay when its bundle is forgotten.
-- bytes of all its values in UTF-8
alter table sitting.device add column value_bytes bigint not null default 0;
-- screen events that were kept
alter table sitting.device add column events int not null default 0;

update sitting.device set
    value_bytes = (
        select coalesce(sum(octet_length(convert_to(e.value, 'UTF8'))), 0) from sitting.entry e
        where e.attempt = device.attempt and e.epoch = device.epoch),
    events = (
        select count(*) from sitting.event e where e.attempt = device.attempt and e.epoch = device.epoch);
