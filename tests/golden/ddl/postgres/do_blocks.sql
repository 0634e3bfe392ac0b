-- How migration tools make what may be there already.
DO $$ BEGIN
 CREATE TYPE "role" AS ENUM('user', 'admin');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "person" ("id" serial PRIMARY KEY NOT NULL, "role" "role" NOT NULL);
--> statement-breakpoint
CREATE TABLE "post" ("id" serial PRIMARY KEY, "author" integer NOT NULL);
DO $body$
BEGIN
 ALTER TABLE "post" ADD CONSTRAINT "post_author_fk" FOREIGN KEY ("author") REFERENCES "person"("id");
EXCEPTION WHEN duplicate_object THEN null;
END $body$ LANGUAGE plpgsql;
DO $$ DECLARE r record; BEGIN CREATE TABLE not_read (id int); END $$;
DO $$ BEGIN IF true THEN CREATE TABLE nor_this (id int); END IF; END $$;
CREATE TABLE last (id int);
