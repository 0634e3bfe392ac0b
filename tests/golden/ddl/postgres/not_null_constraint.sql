CREATE TABLE t (a int, b int, CONSTRAINT b_there NOT NULL b, PRIMARY KEY (a));
