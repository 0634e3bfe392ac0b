CREATE TABLE good (id INT);
CREATE TABLE deep (id INT DEFAULT (1;
CREATE TABLE also_good (id INT, note VARCHAR(10) DEFAULT 'it''s fine');
CREATE TABLE open (note VARCHAR(10) DEFAULT 'never closed);
CREATE TABLE last_one (id INT);
