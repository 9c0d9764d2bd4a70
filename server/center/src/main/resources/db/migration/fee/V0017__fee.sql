create schema fee;

-- REFERENCE: what a level costs one person once; a row is never changed, another price is another row
create table fee.standard (
    id uuid not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    province text,
    effective_from date not null,
    kind text not null,
    amount numeric(11, 2) not null,
    notice text,
    constraint standard_pk primary key (id),
    constraint standard_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint standard_qualification_fk foreign key (qualification) references catalog.qualification (code)
);

-- A notice prints the price of a level once; what is fixed outside of notices has one price for a province and a day.
create unique index standard_printed_uq on fee.standard (notice, qualification, level) where notice is not null;
create unique index standard_fixed_uq on fee.standard (awarding_body, qualification, level, province, effective_from)
    nulls not distinct where notice is null;

-- LEDGER: what a college owes for a plan; the names are those of the day on which it was drawn up
create table fee.bill (
    id uuid not null,
    number text not null,
    plan text not null,
    plan_name text not null,
    notice text not null,
    college text not null,
    college_name text not null,
    province text not null,
    awarding_body text not null,
    since timestamptz not null,
    final_at timestamptz,
    total numeric(13, 2) not null,
    constraint bill_pk primary key (id),
    constraint bill_number_uq unique (number),
    constraint bill_once_uq unique (plan, college),
    constraint bill_plan_fk foreign key (plan) references plan.plan (code),
    constraint bill_college_fk foreign key (college) references organization.college (code),
    constraint bill_body_fk foreign key (awarding_body) references organization.awarding_body (code)
);

create index bill_since_ix on fee.bill (since, id);
create index bill_college_ix on fee.bill (college, since, id);
create index bill_body_ix on fee.bill (awarding_body, since, id);

-- LEDGER: without a standard nobody has priced the level yet
create table fee.bill_line (
    bill_id uuid not null,
    qualification text not null,
    level text not null,
    people int not null,
    standard_id uuid,
    constraint bill_line_pk primary key (bill_id, qualification, level),
    constraint bill_line_bill_fk foreign key (bill_id) references fee.bill (id),
    constraint bill_line_qualification_fk foreign key (qualification) references catalog.qualification (code),
    constraint bill_line_standard_fk foreign key (standard_id) references fee.standard (id)
);

-- LEDGER: request_key is made by the page of whoever records it, so that sending it twice records it once
create table fee.payment (
    id uuid not null,
    bill_id uuid not null,
    request_key uuid not null,
    amount numeric(11, 2) not null,
    received date not null,
    payer text not null,
    reference text not null,
    remark text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    revoked_at timestamptz,
    revoked_by text,
    revocation_reason text,
    constraint payment_pk primary key (id),
    constraint payment_request_uq unique (bill_id, request_key),
    constraint payment_bill_fk foreign key (bill_id) references fee.bill (id),
    constraint payment_amount_ck check (amount > 0)
);

-- Two officers who hold the same bank slip record it once.
create unique index payment_reference_uq on fee.payment (bill_id, reference) where revoked_at is null and reference <> '';
