CREATE TABLE city (id INT, name VARCHAR(50));
CREATE TABLE person (id INT, city_id INT REFERENCES city (id));
CREATE TABLE pet (id INT, city_id INT REFERENCES city);
CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b));
CREATE TABLE half (a INT REFERENCES pair (a));
CREATE TABLE wrong_type (city_name VARCHAR(50) REFERENCES city (id));
