CREATE TABLE cities (name text NOT NULL, population float);
CREATE TABLE capitals (state char(2)) INHERITS (cities);
CREATE TABLE nothing_more () INHERITS (cities);
