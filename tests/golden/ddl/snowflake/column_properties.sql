CREATE TABLE t (
  a VARCHAR(20) COLLATE 'en-ci' NOT NULL COMMENT 'first',
  b VARCHAR WITH MASKING POLICY email_mask,
  c VARCHAR MASKING POLICY db.sch.ssn_mask USING (c, a),
  d INT PROJECTION POLICY no_project,
  e INT WITH PROJECTION POLICY p WITH TAG (pii = 'yes', x = 'y') COMMENT 'e',
  f INT TAG (pii = 'no'),
  g VARCHAR DEFAULT 'x' COLLATE 'utf8',
  h INT NULL COMMENT = 'odd'
);
