CREATE OR REPLACE HYBRID TABLE customers (
  customer_id INT AUTOINCREMENT PRIMARY KEY,
  email VARCHAR(255) UNIQUE,
  index VARCHAR (10),
  full_name VARCHAR(255) NOT NULL,
  INDEX idx_full_name (full_name) INCLUDE (email),
  CONSTRAINT nk UNIQUE (full_name, email)
);
CREATE HYBRID TABLE orders (
  id INT PRIMARY KEY,
  customer_id INT NOT NULL,
  CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (customer_id) ENFORCED
);
