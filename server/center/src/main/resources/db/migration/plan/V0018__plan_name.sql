-- REFERENCE: everything a plan may be called by: its code, its name, and what else its notice prints for it; a name may be that of several
create table plan.plan_name (
    name text not null,
    plan text not null,
    constraint plan_name_pk primary key (name, plan),
    constraint plan_name_plan_fk foreign key (plan) references plan.plan (code)
);

create index plan_name_plan_ix on plan.plan_name (plan);

insert into plan.plan_name (name, plan)
select code, code from plan.plan
union
select name, code from plan.plan
union
select also.name, p.code
from plan.plan p
join plan.notice n on n.id = p.notice_id
cross join jsonb_array_elements(n.content -> 'plans') printed
cross join jsonb_array_elements_text(printed -> 'alsoPrinted') also (name)
where printed ->> 'code' = p.code;
