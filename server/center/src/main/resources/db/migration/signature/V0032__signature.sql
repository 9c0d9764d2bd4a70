create schema signature;

-- REFERENCE: with which keys files are signed: the installation's own authority (it has no code and no name), awarding bodies and colleges,
-- each under the name it had. Private keys lie sealed; a row is never changed, because files out there were signed with it.
create table signature.signatory (
    party text not null,
    code text not null,
    name text not null,
    key_sealed bytea not null,
    x509 bytea not null,
    made_at timestamptz not null,
    constraint signatory_pk primary key (party, code, name),
    constraint signatory_party_ck check (party in ('AUTHORITY', 'AWARDING_BODY', 'COLLEGE'))
);
