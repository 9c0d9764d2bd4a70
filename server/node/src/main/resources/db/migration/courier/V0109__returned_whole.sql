-- How much of a run is in a file: entries and events of a machine that no longer owned the run come later without making a new revision.
-- What was sealed before this was known is sealed once more.
alter table courier.returned_file add column entries bigint not null default 0;
alter table courier.returned_file add column events bigint not null default 0;

-- Hash of the key for which it was sealed.
alter table courier.returned_file add column sealed_for text not null default '';
