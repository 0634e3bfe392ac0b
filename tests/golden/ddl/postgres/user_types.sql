CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine');
CREATE TYPE address AS (street text, city varchar(40));
CREATE TYPE float_range AS RANGE (subtype = float8);
CREATE TYPE shell;
CREATE DOMAIN email AS citext CHECK (VALUE ~ '^.+@.+;$');
CREATE DOMAIN shop.price AS numeric(10,2) DEFAULT 0 NOT NULL CONSTRAINT positive CHECK (VALUE >= 0);
CREATE TABLE people (m mood DEFAULT 'ok' NOT NULL, ms mood[], home address, mail email NOT NULL, cost shop.price, r float_range, unknown_one nobody_knows);
