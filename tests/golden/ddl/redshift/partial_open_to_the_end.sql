/* opens /* and only the inner one closes */
CREATE TABLE a (id INT);
CREATE FUNCTION f() RETURNS INT AS $$ SELECT 1;
CREATE TABLE b (id INT);
/* never closed
CREATE TABLE c (id INT);
