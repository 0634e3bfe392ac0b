CREATE TABLE Users (ID int PRIMARY KEY, "Name" text);
CREATE TABLE "Users" (id int);
CREATE TABLE logins (user_id int REFERENCES USERS (id));
