!set variable_substitution=true
// A script as people keep it: roles, grants, stages, procedures, loads.
USE ROLE SYSADMIN;
USE WAREHOUSE wh;
CREATE DATABASE IF NOT EXISTS shop;
CREATE SCHEMA IF NOT EXISTS shop.raw WITH MANAGED ACCESS;
SET run_day = '2024-01-01';
CREATE OR REPLACE FILE FORMAT csv TYPE = CSV FIELD_OPTIONALLY_ENCLOSED_BY = '"';
CREATE OR REPLACE STAGE landing URL = 's3://bucket/path/' FILE_FORMAT = csv;
PUT file:///tmp/orders.csv @landing;
CREATE OR REPLACE TABLE shop.raw.orders (
	ID NUMBER(38,0) NOT NULL AUTOINCREMENT START 1 INCREMENT 1 NOORDER,
	PLACED TIMESTAMP_NTZ(9), -- when; not where
	primary key (ID)
)COMMENT='as GET_DDL prints it'
;
COPY INTO shop.raw.orders FROM @landing ON_ERROR = CONTINUE;
CREATE OR REPLACE PROCEDURE load() RETURNS STRING LANGUAGE JAVASCRIPT AS $$ var sql = "create table x (a int);"; return sql; $$;
CREATE OR REPLACE PROCEDURE tidy() RETURNS STRING LANGUAGE SQL AS
BEGIN
  CREATE OR REPLACE TEMPORARY TABLE scratch (a INT);
  IF (1 = 1) THEN DELETE FROM shop.raw.orders; END IF;
  RETURN 'done';
END;
EXECUTE IMMEDIATE $$ BEGIN RETURN 1; END; $$;
CREATE TASK nightly WAREHOUSE = wh SCHEDULE = 'USING CRON 0 3 * * * UTC' AS CALL tidy();
CREATE STREAM changes ON TABLE shop.raw.orders;
CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO shop.raw.orders FROM @landing;
CREATE VIEW recent AS SELECT * FROM shop.raw.orders WHERE placed > $run_day;
CREATE SEQUENCE seq START = 1 INCREMENT = 1;
CREATE MASKING POLICY hide AS (v STRING) RETURNS STRING -> CASE WHEN CURRENT_ROLE() = 'A' THEN v ELSE '***' END;
INSERT INTO shop.raw.orders (placed) VALUES ('2024-01-01; 00:00'), (CURRENT_TIMESTAMP());
MERGE INTO shop.raw.orders o USING changes c ON o.id = c.id WHEN MATCHED THEN DELETE;
GRANT SELECT ON ALL TABLES IN SCHEMA shop.raw TO ROLE reader;
SHOW TABLES;
TRUNCATE TABLE shop.raw.orders;
UNDROP TABLE shop.raw.orders;
CREATE TABLE &{target_schema}.audit_&env (id INT) -- a variable nobody set
