-- Whether the newest record of its exam server holds it; what was written down once stays, because somebody may have ruled on it.
alter table script.incident add column listed boolean not null default true;
