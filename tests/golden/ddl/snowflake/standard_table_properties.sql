-- Each documented property of a standard table, one a statement.
CREATE TABLE clustered_before CLUSTER BY (region, TO_DATE(sold_at)) (region STRING, sold_at TIMESTAMP_NTZ);
CREATE TABLE clustered_after (region STRING, sold_at TIMESTAMP_NTZ) CLUSTER BY (region, DATE_TRUNC('month', sold_at));
CREATE TABLE evolving (id INT) ENABLE_SCHEMA_EVOLUTION = TRUE;
CREATE TABLE retained (id INT) DATA_RETENTION_TIME_IN_DAYS = 90;
CREATE TABLE extended (id INT) MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;
CREATE TABLE tracked (id INT) CHANGE_TRACKING = TRUE;
CREATE TABLE collated (name VARCHAR) DEFAULT_DDL_COLLATION = 'en-ci-trim';
CREATE OR REPLACE TABLE granted (id INT) COPY GRANTS;
CREATE OR REPLACE TABLE granted_first COPY GRANTS (id INT NOT NULL);
CREATE OR REPLACE TABLE tagged_copies (id INT) COPY TAGS;
CREATE TABLE commented (id INT) COMMENT = 'Orders; and "their" lines';
CREATE TABLE guarded (id INT, region STRING) WITH ROW ACCESS POLICY sec.by_region ON (region);
CREATE TABLE guarded_short (id INT, region STRING) ROW ACCESS POLICY by_region ON (region);
CREATE TABLE aggregated (id INT, email STRING) WITH AGGREGATION POLICY privacy.group_5 ENTITY KEY (email);
CREATE TABLE joined (id INT) WITH JOIN POLICY privacy.must_join ALLOWED JOIN KEYS (id);
CREATE TABLE archived (id INT, made DATE) WITH STORAGE LIFECYCLE POLICY cold.after_a_year ON (made);
CREATE TABLE tagged (id INT) WITH TAG (governance.owner = 'finance', cost_center = 'c-12');
CREATE TABLE tagged_short (id INT) TAG (owner = 'finance');
CREATE TABLE contacted (id INT) WITH CONTACT (STEWARD = people.data_team, SUPPORT = people.helpdesk);
CREATE TABLE row_timed (id INT) ROW_TIMESTAMP = TRUE;
CREATE TABLE staged (id INT) STAGE_FILE_FORMAT = (TYPE = CSV FIELD_DELIMITER = '|' SKIP_HEADER = 1);
CREATE TABLE staged_named (id INT) STAGE_FILE_FORMAT = (FORMAT_NAME = 'my_csv') STAGE_COPY_OPTIONS = (ON_ERROR = SKIP_FILE);
CREATE TABLE with_everything (
  id NUMBER(38,0) NOT NULL,
  region VARCHAR(16777216)
)
CLUSTER BY (region)
DATA_RETENTION_TIME_IN_DAYS = 1
CHANGE_TRACKING = FALSE
WITH ROW ACCESS POLICY by_region ON (region)
WITH TAG (owner = 'me')
COMMENT = 'all of it';
