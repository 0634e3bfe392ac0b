CREATE TABLE t (
  id INT,
  v WRONG_TYPE
);
-- end
