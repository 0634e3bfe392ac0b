CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s great');
CREATE DOMAIN email AS varchar(120) CHECK (VALUE ~ '@');
CREATE DOMAIN public.positive AS integer NOT NULL;
CREATE TYPE pair AS (a int, b int);
CREATE TABLE person (id int, mood mood NOT NULL DEFAULT 'ok', email public.email, age positive, p pair, moods mood[]);
