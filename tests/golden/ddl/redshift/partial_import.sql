-- One of the tables has an error; its child keeps the reference as text.
CREATE TABLE customers (id BIGINT NOT NULL PRIMARY KEY, name VARCHAR(80));
CREATE TABLE products (
  id BIGINT NOT NULL PRIMARY KEY
  title VARCHAR(200)
);
CREATE TABLE orders (
  id BIGINT NOT NULL,
  customer_id BIGINT REFERENCES customers,
  product_id BIGINT REFERENCES products (id)
);
