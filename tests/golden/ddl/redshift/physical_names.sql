CREATE TABLE lies (id INT ENCODE azz64, b INT ENCODE mostly8, c INT ENCODE gzip)
DISTKEY (idd) SORTKEY (id, "b", nope);
-- Named before it comes, renamed and dropped after it was named.
CREATE TABLE holds (id INT ENCODE AUTO, old INT, gone INT) DISTSTYLE KEY DISTKEY (later)
COMPOUND SORTKEY (old, gone);
ALTER TABLE holds ADD COLUMN later INT;
ALTER TABLE holds RENAME COLUMN old TO new;
ALTER TABLE holds DROP COLUMN gone;
