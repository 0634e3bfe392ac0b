CREATE TABLE audit (
  _ROW_ID VARCHAR(20),
  a INT,
  b INT,
  PRIMARY KEY (a, b)
);
CREATE TABLE counted (
  "_row_id" BIGINT NOT NULL UNIQUE,
  a INT,
  b INT,
  PRIMARY KEY (a, b)
);
