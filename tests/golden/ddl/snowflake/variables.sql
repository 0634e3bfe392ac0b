CREATE TABLE &db.&schema.orders (id INT);
CREATE TABLE &{env}_orders (id INT);
