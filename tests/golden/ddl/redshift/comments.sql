CREATE TABLE public.t (id INT, v VARCHAR(5));
COMMENT ON TABLE public.t IS 'It''s a table; with a semicolon';
COMMENT ON COLUMN public.t.id IS 'The id';
COMMENT ON COLUMN t.v IS 'a \'quoted\' word';
COMMENT ON SCHEMA public IS 'nothing';
COMMENT ON TABLE missing IS 'x';
COMMENT ON COLUMN t.nope IS 'x';
