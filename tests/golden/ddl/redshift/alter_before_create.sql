ALTER TABLE later ADD PRIMARY KEY (id);
COMMENT ON COLUMN later.id IS 'early';
CREATE TABLE later (id INT);
