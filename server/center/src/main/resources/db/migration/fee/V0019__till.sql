-- LEDGER: whoever records a payment holds the row of its bill, so that one transfer is not recorded twice; never the bill itself, which
-- whoever registers holds
create table fee.till (
    bill_id uuid not null,
    constraint till_pk primary key (bill_id),
    constraint till_bill_fk foreign key (bill_id) references fee.bill (id)
);
