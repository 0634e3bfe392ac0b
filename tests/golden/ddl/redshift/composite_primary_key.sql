CREATE TABLE sales (
  region_id INT,
  store_id INT,
  amount DECIMAL(12,2),
  PRIMARY KEY (region_id, store_id)
);
CREATE TABLE sales_note (
  note_id INT PRIMARY KEY,
  region_id INT,
  store_id INT,
  FOREIGN KEY (region_id, store_id) REFERENCES sales (region_id, store_id)
);
CREATE TABLE sales_tag (
  region_id INT,
  store_id INT,
  tag VARCHAR(20),
  FOREIGN KEY (region_id, store_id) REFERENCES sales
);
