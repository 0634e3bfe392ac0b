CREATE UNLOGGED TABLE a (id int);
CREATE TEMP TABLE b (id int) ON COMMIT DROP;
CREATE GLOBAL TEMPORARY TABLE c (id int) ON COMMIT PRESERVE ROWS;
CREATE FOREIGN TABLE d (id int OPTIONS (column_name 'x') NOT NULL) SERVER s OPTIONS (schema_name 'p', table_name 't');
CREATE TABLE e (id int) USING heap WITH (fillfactor=70, autovacuum_enabled) TABLESPACE disk;
CREATE TABLE f (id int) WITHOUT OIDS;
