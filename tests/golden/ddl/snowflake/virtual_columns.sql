CREATE TABLE t (
  a INT,
  b INT AS (a * 2),
  c VARCHAR AS (CONCAT('x', a::VARCHAR)) COMMENT 'computed',
  d INT AS a + 1,
  e NUMBER(10,2) GENERATED ALWAYS AS (a * 1.5)
);
