CREATE TABLE numbers (
  a smallint, b integer, c bigint, d decimal, e numeric(10), f numeric(38,10), g numeric,
  h real, i double precision, j float(24), k float(25), l float, m int2, n int4, o int8,
  p float4, q float8, r money, s boolean, t bool, u oid, v numeric(100, 20), w numeric(3, -2)
);
