CREATE TABLE words (
  date DATE,
  timestamp TIMESTAMP,
  comment VARCHAR(10),
  tag VARCHAR(10),
  index INT,
  key INT,
  encode INT,
  like VARCHAR(5),
  name VARCHAR(5) DEFAULT 'x',
  type CHAR(2) NOT NULL,
  value FLOAT,
  text TEXT
);
