create schema printing;

-- LOCAL: what somebody had printed; without a site the tickets of a college's own people; asker is the organisation that sees its job
create table printing.print (
    id uuid not null,
    plan text not null,
    plan_name text not null,
    awarding_body text not null,
    site uuid,
    site_name text,
    college text not null,
    kinds text not null,
    since timestamptz not null,
    by_name text not null,
    asker text not null,
    job uuid not null,
    ready_at timestamptz,
    unprintable text not null,
    constraint print_pk primary key (id),
    constraint print_plan_fk foreign key (plan) references plan.plan (code),
    constraint print_site_fk foreign key (site) references site.site (id),
    constraint print_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint print_college_fk foreign key (college) references organization.college (code)
);

create index print_college_ix on printing.print (college, since, id);
create index print_body_ix on printing.print (awarding_body, since, id);

-- LOCAL: the seats and the invigilators it was asked for, by the versions of the site's seating and staffing
create table printing.source (
    print_id uuid not null,
    site uuid not null,
    version int not null,
    staffing int not null,
    since timestamptz not null,
    constraint source_pk primary key (print_id, site),
    constraint source_print_fk foreign key (print_id) references printing.print (id),
    constraint source_site_fk foreign key (site) references site.site (id)
);

-- LOCAL: what is drawn already; the content lies in the file store
create table printing.file (
    print_id uuid not null,
    name text not null,
    kind text not null,
    opening uuid not null,
    slot int not null,
    pages int not null,
    bytes bigint not null,
    sha256 text not null,
    constraint file_pk primary key (print_id, name),
    constraint file_print_fk foreign key (print_id) references printing.print (id)
);
