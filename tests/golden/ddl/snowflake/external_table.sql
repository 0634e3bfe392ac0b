CREATE OR REPLACE EXTERNAL TABLE logs (
  event_date DATE AS TO_DATE(SPLIT_PART(metadata$filename, '/', 3) || '/01', 'YYYY/MM/DD'),
  id VARCHAR AS (value:c1::varchar),
  amount NUMBER(10,2) AS (value:c2::number(10,2)) NOT NULL
)
  PARTITION BY (event_date)
  WITH LOCATION = @my_stage/daily/
  AUTO_REFRESH = TRUE
  PATTERN = '.*[.]parquet'
  FILE_FORMAT = (TYPE = PARQUET COMPRESSION = SNAPPY)
  COMMENT = 'external';
CREATE EXTERNAL TABLE undescribed LOCATION = @stage FILE_FORMAT = (TYPE = CSV);
