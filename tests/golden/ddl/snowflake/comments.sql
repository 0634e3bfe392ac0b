-- one
// two; with a semicolon
/* three; /* does not nest */
create table t ( // the table
  id int comment 'it\'s', -- the id
  v varchar comment $$free 'text'; here$$
) comment = $$a
table$$;
COMMENT ON TABLE t IS 'replaced';
COMMENT IF EXISTS ON COLUMN t.id IS 'new';
