CREATE TABLE people (
  height_cm numeric(6,2),
  height_in numeric(6,2) GENERATED ALWAYS AS (height_cm / 2.54) STORED,
  doubled int GENERATED ALWAYS AS (1 * 2) VIRTUAL
);
