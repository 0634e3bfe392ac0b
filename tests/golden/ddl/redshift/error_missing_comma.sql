CREATE TABLE good (id INT);
CREATE TABLE bad (
  id INT
  name VARCHAR(20),
  price DECIMAL(10,2) NOT NULL quantity INT,
  total INT
  PRIMARY KEY (id)
);
CREATE TABLE also_good (id INT);
