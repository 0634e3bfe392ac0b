CREATE TABLE a.users (id INT PRIMARY KEY);
CREATE TABLE b.users (id INT PRIMARY KEY);
CREATE TABLE a.logins (user_id INT REFERENCES users (id));
CREATE TABLE b.logins (user_id INT REFERENCES users (id));
CREATE TABLE c.logins (user_id INT REFERENCES b.users (id));
