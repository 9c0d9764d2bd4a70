create schema paper;

-- REFERENCE: a bank at its newest version; what it asks lies sealed in a file, here stands what lists need
create table paper.bank (
    id uuid not null,
    code text not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    version int not null,
    title text not null,
    drill boolean not null,
    items int not null,
    tasks int not null,
    loaded_at timestamptz not null,
    constraint bank_pk primary key (id),
    constraint bank_code_uq unique (code),
    constraint bank_body_fk foreign key (awarding_body) references organization.awarding_body (code),
    constraint bank_qualification_fk foreign key (qualification) references catalog.qualification (code)
);

create index bank_body_ix on paper.bank (awarding_body, code);

-- REFERENCE: every version for ever, because papers keep theirs; content is the SHA-256 of the sealed file, digest that of what was sent
create table paper.bank_version (
    bank_id uuid not null,
    version int not null,
    file text not null,
    digest text not null,
    content text not null,
    loaded_at timestamptz not null,
    loaded_by text not null,
    loaded_by_name text not null,
    constraint bank_version_pk primary key (bank_id, version),
    constraint bank_version_bank_fk foreign key (bank_id) references paper.bank (id)
);

-- REFERENCE: forms has the ids of questions, never what they ask
create table paper.paper (
    id uuid not null,
    version int not null,
    state text not null,
    bank_id uuid not null,
    bank_version int not null,
    awarding_body text not null,
    qualification text not null,
    level text not null,
    subject text not null,
    title text not null,
    drill boolean not null,
    seed bigint not null,
    forms jsonb not null,
    assembled_at timestamptz not null,
    assembled_by text not null,
    assembled_by_name text not null,
    edition int,
    sealed_at timestamptz,
    sealed_by text,
    sealed_by_name text,
    constraint paper_pk primary key (id),
    constraint paper_edition_uq unique (qualification, level, subject, edition),
    constraint paper_bank_fk foreign key (bank_id, bank_version) references paper.bank_version (bank_id, version),
    constraint paper_sealed_ck check ((state = 'SEALED') = (edition is not null))
);

create index paper_body_ix on paper.paper (awarding_body, assembled_at, id);

-- REFERENCE: a person passes a paper once
create table paper.proof (
    paper_id uuid not null,
    position int not null,
    reader text not null,
    reader_name text not null,
    at timestamptz not null,
    passed boolean not null,
    opinion text not null,
    constraint proof_pk primary key (paper_id, position),
    constraint proof_once_uq unique (paper_id, reader, passed),
    constraint proof_paper_fk foreign key (paper_id) references paper.paper (id)
);

-- REFERENCE: SHA-256 of the sealed files: what candidates get, and the key that stays
create table paper.sealed_form (
    paper_id uuid not null,
    form text not null,
    paper text not null,
    answer_key text not null,
    constraint sealed_form_pk primary key (paper_id, form),
    constraint sealed_form_paper_fk foreign key (paper_id) references paper.paper (id)
);
