-- Lists of issues count who will not be printed as they should: few of many.
create index certificate_flawed_ix on certificate.certificate (issue_id, id) where photo is null or unprintable <> '';
