CREATE TABLE films (
  code char(5), title varchar(40), did integer, kind varchar(10), during tsrange,
  CONSTRAINT code_title PRIMARY KEY (code, title),
  CONSTRAINT production UNIQUE (did) INCLUDE (kind) WITH (fillfactor=70),
  UNIQUE NULLS NOT DISTINCT (kind, did),
  CONSTRAINT con1 CHECK (did > 100 AND kind <> ''),
  CHECK (title IS NOT NULL),
  EXCLUDE USING gist (during WITH &&) WHERE (did > 0)
);
