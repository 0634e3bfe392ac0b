CREATE TABLE "My Schema"."Order ""Lines""" (
  "Id" INT,
  "group" VARCHAR(10),
  "Größe" DECIMAL(5,2),
  größe2 INT,
  PRIMARY KEY ("Id")
);
