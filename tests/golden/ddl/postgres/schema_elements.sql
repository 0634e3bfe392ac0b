CREATE SCHEMA hollywood
    CREATE TABLE films (title text, release date)
    CREATE VIEW winners AS SELECT title FROM films;
