CREATE TABLE DB.SCH."MixedCase" ("Id" INT, lower_id INT, "with space" INT, $dollar INT, _x INT);
CREATE TABLE db..default_schema (id INT);
CREATE TABLE IDENTIFIER('db.sch.by_name') (id INT);
CREATE TABLE ünïcode (naïve INT, 列 INT);
