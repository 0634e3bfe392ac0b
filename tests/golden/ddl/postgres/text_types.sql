CREATE TABLE texts (
  a text, b varchar, c varchar(30), d character varying(40), e char, f char(5), g character(6),
  h bpchar, i bpchar(4), j name, k citext, l xml, m bytea, n bit, o bit(8), p bit varying(9),
  q varbit, r "char", s pg_catalog.varchar(12), t tsvector, u character varying
);
