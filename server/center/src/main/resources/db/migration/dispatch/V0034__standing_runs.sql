-- Which version of which bundle a run was packed in last: it stands as long as that is the newest version of the bundle and was not recalled.
alter table dispatch.script add column bundle_id uuid;
alter table dispatch.script add column version int;

-- Of what was packed before, the newest version that holds its session is known.
update dispatch.script s
set bundle_id = (select e.bundle_id from dispatch.bundle_session e
                 where e.site_id = s.site_id and e.session_id = s.session_id
                 order by e.version desc, e.bundle_id limit 1),
    version = (select e.version from dispatch.bundle_session e
               where e.site_id = s.site_id and e.session_id = s.session_id
               order by e.version desc, e.bundle_id limit 1);
