CREATE TABLE t (a int, b int, c text, d int);
CREATE UNIQUE INDEX t_a ON t (a);
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_bc ON public.t USING btree (b DESC NULLS LAST, c text_pattern_ops);
CREATE UNIQUE INDEX t_lower ON t (lower(c));
CREATE UNIQUE INDEX t_some ON t (d) WHERE d > 0;
CREATE INDEX t_d ON t (d);
