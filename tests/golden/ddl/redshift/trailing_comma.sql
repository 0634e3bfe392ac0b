CREATE TABLE t (
  id INT,
  v INT,
);
