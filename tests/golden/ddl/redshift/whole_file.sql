-- A migration; with a semicolon in the comment
/* and a block; /* nested; */ still; */
\set ON_ERROR_STOP on
SET search_path TO sales;
CREATE SCHEMA IF NOT EXISTS sales AUTHORIZATION owner;
CREATE OR REPLACE PROCEDURE sales.fill(n INT) AS $$
BEGIN
  CREATE TABLE inside_a_procedure (id INT);
  INSERT INTO t VALUES (1);
END;
$$ LANGUAGE plpgsql;
CREATE TABLE sales.orders (id INT, note VARCHAR(20) DEFAULT 'a;b' );
CREATE VIEW v AS SELECT * FROM sales.orders;
CREATE OR REPLACE VIEW w AS SELECT CASE WHEN id > 1 THEN 2 END FROM sales.orders WITH NO SCHEMA BINDING;
GRANT SELECT ON ALL TABLES IN SCHEMA sales TO GROUP g;
GRANT USAGE ON SCHEMA sales TO g;
INSERT INTO sales.orders VALUES (1, 'x;y');
COPY sales.orders FROM 's3://bucket/file' IAM_ROLE 'arn' DELIMITER '|' GZIP;
BEGIN;
ANALYZE sales.orders;
VACUUM;
COMMIT;
