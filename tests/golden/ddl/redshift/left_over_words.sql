-- What stays in files that were written for other databases, or by generators.
CREATE TABLE moved (
  id INT64 NOT NULL,
  made DATETIME2(7) DEFAULT '2020-01-01',
  zoned DATETIMEOFFSET,
  short_date SMALLDATETIME,
  guid UNIQUEIDENTIFIER,
  body CLOB,
  picture LONGBLOB,
  mid MEDIUMINT,
  price SMALLMONEY,
  half BINARY_FLOAT,
  state ENUM('new','done') NOT NULL,
  flags SET('a','b'),
  hidden VARCHAR(10) MASKED WITH (FUNCTION = 'default()'),
  packed INT COMPRESS (1, 2),
  PRIMARY KEY (id),
  KEY (mid),
  INDEX (price),
  FULLTEXT KEY words (body),
  SPATIAL INDEX places (picture),
  UNIQUE INDEX by_guid (guid, mid),
  CONSTRAINT to_self FOREIGN KEY by_mid (mid) REFERENCES moved (id)
) ENGINE=InnoDB;
ALTER TABLE moved ADD (extra INT, more VARCHAR(10));
ALTER TABLE moved ADD COLUMNS (even_more DATE);
ALTER TABLE moved MODIFY COLUMN mid BIGINT NOT NULL;
CREATE MULTISET TABLE many (id INT);
CREATE TABLE first_of_line (id INT)CREATE TABLE second_of_line (id INT);
CREATE TABLE said (id INT COMMENT "the key") COMMENT "the table";
