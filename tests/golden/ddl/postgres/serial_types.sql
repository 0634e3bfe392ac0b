CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (id bigserial, v int);
CREATE TABLE c (id smallserial, v int);
CREATE TABLE d (id serial8, e serial4, f serial2);
