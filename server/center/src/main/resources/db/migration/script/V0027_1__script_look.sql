-- looked_by: the process that looks into a file now, or died of it; deaths: how many did
alter table script.file add column looked_by uuid;
alter table script.file add column deaths int not null default 0;
