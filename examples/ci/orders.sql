-- In quotes, as Snowflake would tell the name in capitals.
SELECT COUNT(*) AS "n" FROM orders
