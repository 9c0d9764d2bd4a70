-- When names, answers, photos and papers of a bundle were forgotten; null before. Only then, and only after the centre has given a receipt
-- for all of it, does the journal (sitting.entry) lose anything.
alter table sitting.bundle add column forgotten_at timestamptz;

-- null once its bundle is forgotten
alter table sitting.attempt alter column ticket drop not null;
alter table sitting.paper alter column sealed drop not null;
