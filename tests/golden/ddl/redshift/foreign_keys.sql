CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(80) UNIQUE);
CREATE TABLE orders (
  id INT PRIMARY KEY,
  customer_id INT NOT NULL REFERENCES customer,
  buyer_id INT REFERENCES customer (id),
  email VARCHAR(80),
  parent_id INT,
  FOREIGN KEY (email) REFERENCES customer (email),
  CONSTRAINT self FOREIGN KEY (parent_id) REFERENCES orders(id),
  FOREIGN KEY (buyer_id) REFERENCES customer(id)
);
