-- SITE: exam servers of which nobody waits for the rest any more, by the word of the awarding body
create table script.waiver (
    site_id uuid not null,
    bundle_id uuid not null,
    node_id uuid not null,
    reason text not null,
    waived_at timestamptz not null,
    waived_by text not null,
    constraint waiver_pk primary key (site_id, bundle_id, node_id),
    constraint waiver_return_fk foreign key (site_id, bundle_id) references script.site_return (site_id, bundle_id)
);

-- Runs of the newest version of which there is neither a proven script nor the word of an exam server that there is none. What came before
-- this version is counted by numbers until the site sends something again.
alter table script.site_return add column without_outcome int not null default 0;

update script.site_return r
set without_outcome = greatest(0, r.runs - (
    select count(*) from (
        select o.script_id from script.outcome o where o.site_id = r.site_id and o.bundle_id = r.bundle_id
        union
        select e.script_id from script.revision e where e.site_id = r.site_id and e.bundle_id = r.bundle_id) known));

alter table script.site_return alter column without_outcome drop default;

-- Open doubts are counted where they are listed: those about a script that came from two sites are not changed under the lock of both.
alter table script.site_return drop column doubts;
alter table script.doubt drop constraint doubt_return_fk;

-- What nobody decides is there to be known, and is never open.
update script.doubt set open = false where kind not in ('LATE', 'TWO_SCRIPTS');

-- Whether the script was to be sat elsewhere by then, as it was packed last.
alter table script.copy add column moved boolean not null default false;

alter table script.copy alter column moved drop default;
