create table event(
  eventid integer not null distkey,
  venueid smallint not null encode raw,
  catid smallint not null default 0 encode az64,
  dateid smallint not null sortkey encode delta32k,
  eventname varchar(200) collate case_insensitive encode lzo,
  starttime timestamp default sysdate
);
