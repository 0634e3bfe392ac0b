create external table spectrum.sales(
salesid integer,
listid integer,
pricepaid decimal(8,2),
saletime timestamp,
tags array<varchar(20)>,
buyer struct<name:varchar(20), address:struct<city:string>>,
attributes map<string,int>)
partitioned by (saledate char(10), region varchar(5))
row format delimited
fields terminated by '\t'
stored as textfile
location 's3://awssampledbuswest2/tickit/spectrum/sales/'
table properties ('numRows'='172000', 'skip.header.line.count'='1');
CREATE EXTERNAL TABLE spectrum.logs (id int, line string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
WITH SERDEPROPERTIES ('dots.in.keys' = 'true')
STORED AS INPUTFORMAT 'a.b' OUTPUTFORMAT 'c.d'
LOCATION 's3://x';
create external schema if not exists spectrum_lake
from data catalog
database 'lake'
iam_role 'arn:aws:iam::1:role/r'
create external database if not exists;
