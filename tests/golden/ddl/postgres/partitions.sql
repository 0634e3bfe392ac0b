CREATE TABLE measurement (city_id int NOT NULL, logdate date NOT NULL, peak int) PARTITION BY RANGE (logdate);
CREATE TABLE measurement_y2006 PARTITION OF measurement FOR VALUES FROM ('2006-01-01') TO ('2007-01-01');
CREATE TABLE measurement_rest PARTITION OF measurement DEFAULT;
CREATE TABLE measurement_y2008 (city_id int NOT NULL, logdate date NOT NULL, peak int);
ALTER TABLE ONLY measurement ATTACH PARTITION measurement_y2008 FOR VALUES FROM ('2008-01-01') TO ('2009-01-01');
CREATE TABLE cities (id bigserial, name text) PARTITION BY LIST (left(lower(name), 1));
