CREATE TABLE others (
  a uuid, b json, c jsonb, d inet, e cidr, f macaddr, g macaddr8, h point, i polygon,
  j int[], k text[][], l integer ARRAY, m integer ARRAY[4], n varchar(10)[3], o hstore,
  p geometry(Point, 4326), q geography(POLYGON), r vector(384), s int4range, t tstzrange,
  u public.my_enum, v mood
);
