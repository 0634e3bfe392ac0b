CREATE TABLE t (id INT, name VARCHAR(10), PRIMARY KEY (idd), UNIQUE (nam, id));
CREATE TABLE u (id INT, t_id INT REFERENCES t (key), FOREIGN KEY (t_idd) REFERENCES t (id));
