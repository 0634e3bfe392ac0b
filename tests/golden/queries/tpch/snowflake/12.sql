SELECT
    l_shipmode,
    SUM(
        IFF(o_orderpriority = '1-URGENT'
            OR o_orderpriority = '2-HIGH', 1, 0)) AS high_line_count,
    SUM(
        IFF(o_orderpriority <> '1-URGENT'
            AND o_orderpriority <> '2-HIGH', 1, 0)) AS low_line_count
FROM
    orders,
    lineitem
WHERE
    o_orderkey = l_orderkey
    AND l_shipmode IN ('MAIL', 'SHIP')
    AND l_commitdate < l_receiptdate
    AND l_shipdate < l_commitdate
    AND l_receiptdate >= '1994-01-01'::DATE
    AND l_receiptdate < DATEADD(YEAR, 1, '1994-01-01'::DATE)
GROUP BY
    l_shipmode
ORDER BY
    l_shipmode;
