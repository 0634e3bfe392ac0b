SELECT
         w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
        ,ship_carriers
        ,year_
  ,SUM(jan_sales) AS jan_sales
  ,SUM(feb_sales) AS feb_sales
  ,SUM(mar_sales) AS mar_sales
  ,SUM(apr_sales) AS apr_sales
  ,SUM(may_sales) AS may_sales
  ,SUM(jun_sales) AS jun_sales
  ,SUM(jul_sales) AS jul_sales
  ,SUM(aug_sales) AS aug_sales
  ,SUM(sep_sales) AS sep_sales
  ,SUM(oct_sales) AS oct_sales
  ,SUM(nov_sales) AS nov_sales
  ,SUM(dec_sales) AS dec_sales
  ,SUM(jan_sales/w_warehouse_sq_ft) AS jan_sales_per_sq_foot
  ,SUM(feb_sales/w_warehouse_sq_ft) AS feb_sales_per_sq_foot
  ,SUM(mar_sales/w_warehouse_sq_ft) AS mar_sales_per_sq_foot
  ,SUM(apr_sales/w_warehouse_sq_ft) AS apr_sales_per_sq_foot
  ,SUM(may_sales/w_warehouse_sq_ft) AS may_sales_per_sq_foot
  ,SUM(jun_sales/w_warehouse_sq_ft) AS jun_sales_per_sq_foot
  ,SUM(jul_sales/w_warehouse_sq_ft) AS jul_sales_per_sq_foot
  ,SUM(aug_sales/w_warehouse_sq_ft) AS aug_sales_per_sq_foot
  ,SUM(sep_sales/w_warehouse_sq_ft) AS sep_sales_per_sq_foot
  ,SUM(oct_sales/w_warehouse_sq_ft) AS oct_sales_per_sq_foot
  ,SUM(nov_sales/w_warehouse_sq_ft) AS nov_sales_per_sq_foot
  ,SUM(dec_sales/w_warehouse_sq_ft) AS dec_sales_per_sq_foot
  ,SUM(jan_net) AS jan_net
  ,SUM(feb_net) AS feb_net
  ,SUM(mar_net) AS mar_net
  ,SUM(apr_net) AS apr_net
  ,SUM(may_net) AS may_net
  ,SUM(jun_net) AS jun_net
  ,SUM(jul_net) AS jul_net
  ,SUM(aug_net) AS aug_net
  ,SUM(sep_net) AS sep_net
  ,SUM(oct_net) AS oct_net
  ,SUM(nov_net) AS nov_net
  ,SUM(dec_net) AS dec_net
 FROM (
     SELECT
  w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
  ,'DHL,BARIAN' AS ship_carriers
       ,d_year AS year_
  ,SUM(IFF(d_moy = 1, ws_ext_sales_price* ws_quantity, 0)) AS jan_sales
  ,SUM(IFF(d_moy = 2, ws_ext_sales_price* ws_quantity, 0)) AS feb_sales
  ,SUM(IFF(d_moy = 3, ws_ext_sales_price* ws_quantity, 0)) AS mar_sales
  ,SUM(IFF(d_moy = 4, ws_ext_sales_price* ws_quantity, 0)) AS apr_sales
  ,SUM(IFF(d_moy = 5, ws_ext_sales_price* ws_quantity, 0)) AS may_sales
  ,SUM(IFF(d_moy = 6, ws_ext_sales_price* ws_quantity, 0)) AS jun_sales
  ,SUM(IFF(d_moy = 7, ws_ext_sales_price* ws_quantity, 0)) AS jul_sales
  ,SUM(IFF(d_moy = 8, ws_ext_sales_price* ws_quantity, 0)) AS aug_sales
  ,SUM(IFF(d_moy = 9, ws_ext_sales_price* ws_quantity, 0)) AS sep_sales
  ,SUM(IFF(d_moy = 10, ws_ext_sales_price* ws_quantity, 0)) AS oct_sales
  ,SUM(IFF(d_moy = 11, ws_ext_sales_price* ws_quantity, 0)) AS nov_sales
  ,SUM(IFF(d_moy = 12, ws_ext_sales_price* ws_quantity, 0)) AS dec_sales
  ,SUM(IFF(d_moy = 1, ws_net_paid * ws_quantity, 0)) AS jan_net
  ,SUM(IFF(d_moy = 2, ws_net_paid * ws_quantity, 0)) AS feb_net
  ,SUM(IFF(d_moy = 3, ws_net_paid * ws_quantity, 0)) AS mar_net
  ,SUM(IFF(d_moy = 4, ws_net_paid * ws_quantity, 0)) AS apr_net
  ,SUM(IFF(d_moy = 5, ws_net_paid * ws_quantity, 0)) AS may_net
  ,SUM(IFF(d_moy = 6, ws_net_paid * ws_quantity, 0)) AS jun_net
  ,SUM(IFF(d_moy = 7, ws_net_paid * ws_quantity, 0)) AS jul_net
  ,SUM(IFF(d_moy = 8, ws_net_paid * ws_quantity, 0)) AS aug_net
  ,SUM(IFF(d_moy = 9, ws_net_paid * ws_quantity, 0)) AS sep_net
  ,SUM(IFF(d_moy = 10, ws_net_paid * ws_quantity, 0)) AS oct_net
  ,SUM(IFF(d_moy = 11, ws_net_paid * ws_quantity, 0)) AS nov_net
  ,SUM(IFF(d_moy = 12, ws_net_paid * ws_quantity, 0)) AS dec_net
     FROM
          web_sales
         ,warehouse
         ,date_dim
         ,time_dim
    ,ship_mode
     WHERE
            ws_warehouse_sk =  w_warehouse_sk
        AND ws_sold_date_sk = d_date_sk
        AND ws_sold_time_sk = t_time_sk
  AND ws_ship_mode_sk = sm_ship_mode_sk
        AND d_year = 2001
  AND t_time BETWEEN 30838 AND 30838+28800
  AND sm_carrier IN ('DHL','BARIAN')
     GROUP BY
        w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
       ,d_year
 UNION ALL
     SELECT
  w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
  ,'DHL,BARIAN' AS ship_carriers
       ,d_year AS year_
  ,SUM(IFF(d_moy = 1, cs_sales_price* cs_quantity, 0)) AS jan_sales
  ,SUM(IFF(d_moy = 2, cs_sales_price* cs_quantity, 0)) AS feb_sales
  ,SUM(IFF(d_moy = 3, cs_sales_price* cs_quantity, 0)) AS mar_sales
  ,SUM(IFF(d_moy = 4, cs_sales_price* cs_quantity, 0)) AS apr_sales
  ,SUM(IFF(d_moy = 5, cs_sales_price* cs_quantity, 0)) AS may_sales
  ,SUM(IFF(d_moy = 6, cs_sales_price* cs_quantity, 0)) AS jun_sales
  ,SUM(IFF(d_moy = 7, cs_sales_price* cs_quantity, 0)) AS jul_sales
  ,SUM(IFF(d_moy = 8, cs_sales_price* cs_quantity, 0)) AS aug_sales
  ,SUM(IFF(d_moy = 9, cs_sales_price* cs_quantity, 0)) AS sep_sales
  ,SUM(IFF(d_moy = 10, cs_sales_price* cs_quantity, 0)) AS oct_sales
  ,SUM(IFF(d_moy = 11, cs_sales_price* cs_quantity, 0)) AS nov_sales
  ,SUM(IFF(d_moy = 12, cs_sales_price* cs_quantity, 0)) AS dec_sales
  ,SUM(IFF(d_moy = 1, cs_net_paid_inc_tax * cs_quantity, 0)) AS jan_net
  ,SUM(IFF(d_moy = 2, cs_net_paid_inc_tax * cs_quantity, 0)) AS feb_net
  ,SUM(IFF(d_moy = 3, cs_net_paid_inc_tax * cs_quantity, 0)) AS mar_net
  ,SUM(IFF(d_moy = 4, cs_net_paid_inc_tax * cs_quantity, 0)) AS apr_net
  ,SUM(IFF(d_moy = 5, cs_net_paid_inc_tax * cs_quantity, 0)) AS may_net
  ,SUM(IFF(d_moy = 6, cs_net_paid_inc_tax * cs_quantity, 0)) AS jun_net
  ,SUM(IFF(d_moy = 7, cs_net_paid_inc_tax * cs_quantity, 0)) AS jul_net
  ,SUM(IFF(d_moy = 8, cs_net_paid_inc_tax * cs_quantity, 0)) AS aug_net
  ,SUM(IFF(d_moy = 9, cs_net_paid_inc_tax * cs_quantity, 0)) AS sep_net
  ,SUM(IFF(d_moy = 10, cs_net_paid_inc_tax * cs_quantity, 0)) AS oct_net
  ,SUM(IFF(d_moy = 11, cs_net_paid_inc_tax * cs_quantity, 0)) AS nov_net
  ,SUM(IFF(d_moy = 12, cs_net_paid_inc_tax * cs_quantity, 0)) AS dec_net
     FROM
          catalog_sales
         ,warehouse
         ,date_dim
         ,time_dim
   ,ship_mode
     WHERE
            cs_warehouse_sk =  w_warehouse_sk
        AND cs_sold_date_sk = d_date_sk
        AND cs_sold_time_sk = t_time_sk
  AND cs_ship_mode_sk = sm_ship_mode_sk
        AND d_year = 2001
  AND t_time BETWEEN 30838 AND 30838+28800
  AND sm_carrier IN ('DHL','BARIAN')
     GROUP BY
        w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
       ,d_year
 ) x
 GROUP BY
        w_warehouse_name
  ,w_warehouse_sq_ft
  ,w_city
  ,w_county
  ,w_state
  ,w_country
  ,ship_carriers
       ,year_
 ORDER BY w_warehouse_name NULLS FIRST
LIMIT 100;
