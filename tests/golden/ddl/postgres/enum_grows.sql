CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'happy' AFTER 'sad';
ALTER TYPE mood ADD VALUE 'so so';
ALTER TYPE mood OWNER TO admin;
CREATE TABLE people (id int PRIMARY KEY, feels mood DEFAULT 'sad' NOT NULL);
ALTER TYPE nowhere ADD VALUE 'x';
