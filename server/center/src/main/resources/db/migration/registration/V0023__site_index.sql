-- Whoever seats a site asks who is registered to sit there.
create index registration_site_ix on registration.registration (plan, site_id) where withdrawn is null;
