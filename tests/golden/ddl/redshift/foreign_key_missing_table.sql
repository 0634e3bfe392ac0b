CREATE TABLE orders (
  id INT PRIMARY KEY,
  customer_id INT REFERENCES crm.customer (id),
  CONSTRAINT fk_store FOREIGN KEY (id) REFERENCES stores
);
