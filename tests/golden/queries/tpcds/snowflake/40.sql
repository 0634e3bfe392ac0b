SELECT w_state,
       i_item_id,
       SUM(IFF((d_date::DATE < '2000-03-11'::DATE), cs_sales_price - IFNULL(cr_refunded_cash, 0), 0)) AS sales_before,
       SUM(IFF((d_date::DATE >= '2000-03-11'::DATE), cs_sales_price - IFNULL(cr_refunded_cash, 0), 0)) AS sales_after
FROM catalog_sales
LEFT OUTER JOIN catalog_returns ON (cs_order_number = cr_order_number
                                    AND cs_item_sk = cr_item_sk) ,warehouse,
                                                                  item,
                                                                  date_dim
WHERE i_current_price BETWEEN 0.99 AND 1.49
  AND i_item_sk = cs_item_sk
  AND cs_warehouse_sk = w_warehouse_sk
  AND cs_sold_date_sk = d_date_sk
  AND d_date BETWEEN DATEADD(DAY, -30, '2000-03-11'::DATE) AND DATEADD(DAY, 30, '2000-03-11'::DATE)
GROUP BY w_state,
         i_item_id
ORDER BY w_state,
         i_item_id
LIMIT 100;
