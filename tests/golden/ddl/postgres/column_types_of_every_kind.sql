CREATE TABLE numbers (a smallint, b int2, c integer, d int, e int4, f bigint, g int8, h numeric, i numeric(7), j numeric(12,4), k decimal(9,2), l dec(5),
  m real, n float4, o double precision, p float8, q float, r float(24), s float(53), t money, u oid, v numeric(3,-2));
CREATE TABLE counters (a smallserial, b serial, c bigserial, d serial2, e serial4, f serial8);
CREATE TABLE texts (a text, b varchar, c varchar(20), d character varying(30), e char, f char(5), g character(6), h bpchar, i name, j citext, k "char", l national character varying(7), m nchar(8));
CREATE TABLE moments (a date, b time, c time(3), d time without time zone, e time with time zone, f timetz(0), g timestamp, h timestamp(3), i timestamp without time zone, j timestamp with time zone, k timestamp(0) with time zone, l timestamptz, m timestamptz(6), n interval, o interval year to month, p interval day to second(3), q interval(4));
CREATE TABLE others (a boolean, b bool, c uuid, d json, e jsonb, f xml, g bytea, h bit, i bit(8), j bit varying, k bit varying(16), l varbit(4), m inet, n cidr, o macaddr, p macaddr8, q tsvector, r tsquery, s pg_lsn, t txid_snapshot);
CREATE TABLE shapes (a point, b line, c lseg, d box, e path, f polygon, g circle, h geometry, i geometry(Point, 4326), j geography(PolygonZ,4326), k box2d, l raster);
CREATE TABLE ranges (a int4range, b int8range, c numrange, d tsrange, e tstzrange, f daterange, g int4multirange, h datemultirange);
CREATE TABLE contributed (a hstore, b ltree, c vector(1536), d halfvec(3), e cube, f isbn);
CREATE TABLE arrays (a int[], b text[][], c varchar(10)[], d int[3], e numeric(8,2)[4][4], f int array, g int ARRAY[4], h timestamp with time zone[], i uuid[] NOT NULL DEFAULT '{}');
CREATE TABLE qualified (a pg_catalog.int4, b pg_catalog."varchar", c public.citext, d "timestamptz");
