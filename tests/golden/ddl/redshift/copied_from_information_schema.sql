create table if not exists "dev"."public"."users"
(
	userid integer not null distkey
		constraint users_pkey primary key,
	username char(8),
	likes boolean default false encode runlength,
	created timestamp default ('now'::character varying)::timestamp with time zone
)
diststyle key
sortkey(userid);

alter table "dev"."public"."users" owner to awsuser;
