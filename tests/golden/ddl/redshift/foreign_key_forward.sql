CREATE TABLE child (id INT, parent_id INT REFERENCES parent (id));
CREATE TABLE parent (id INT PRIMARY KEY);
