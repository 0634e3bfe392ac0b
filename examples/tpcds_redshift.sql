-- TPC-DS in Amazon Redshift: 24 tables, 425 columns, every key of the logical model.
--
-- Facts and their items share a distribution key, so that sales join items and returns without
-- moving rows; small dimensions live on every node. Redshift declares keys and does not enforce
-- them: the generator is what makes them hold.
--
-- `s_tax_precentage` is spelled as the specification spells it.

-- Dimensions ------------------------------------------------------------------------------------

CREATE TABLE date_dim (
    d_date_sk           INTEGER  ENCODE raw      NOT NULL PRIMARY KEY,
    d_date_id           CHAR(16) ENCODE lzo      NOT NULL,
    d_date              DATE     ENCODE az64,
    d_month_seq         INTEGER  ENCODE az64,
    d_week_seq          INTEGER  ENCODE az64,
    d_quarter_seq       INTEGER  ENCODE az64,
    d_year              INTEGER  ENCODE az64,
    d_dow               INTEGER  ENCODE az64,
    d_moy               INTEGER  ENCODE az64,
    d_dom               INTEGER  ENCODE az64,
    d_qoy               INTEGER  ENCODE az64,
    d_fy_year           INTEGER  ENCODE az64,
    d_fy_quarter_seq    INTEGER  ENCODE az64,
    d_fy_week_seq       INTEGER  ENCODE az64,
    d_day_name          CHAR(9)  ENCODE lzo,
    d_quarter_name      CHAR(6)  ENCODE lzo,
    d_holiday           CHAR(1)  ENCODE bytedict,
    d_weekend           CHAR(1)  ENCODE bytedict,
    d_following_holiday CHAR(1)  ENCODE bytedict,
    d_first_dom         INTEGER  ENCODE az64,
    d_last_dom          INTEGER  ENCODE az64,
    d_same_day_ly       INTEGER  ENCODE az64,
    d_same_day_lq       INTEGER  ENCODE az64,
    d_current_day       CHAR(1)  ENCODE bytedict,
    d_current_week      CHAR(1)  ENCODE bytedict,
    d_current_month     CHAR(1)  ENCODE bytedict,
    d_current_quarter   CHAR(1)  ENCODE bytedict,
    d_current_year      CHAR(1)  ENCODE bytedict
)
DISTSTYLE ALL SORTKEY (d_date_sk);
COMMENT ON TABLE date_dim IS 'One row a day, 1900 to 2100';

CREATE TABLE time_dim (
    t_time_sk   INTEGER  ENCODE raw      NOT NULL PRIMARY KEY,
    t_time_id   CHAR(16) ENCODE lzo      NOT NULL,
    t_time      INTEGER  ENCODE az64,
    t_hour      INTEGER  ENCODE az64,
    t_minute    INTEGER  ENCODE az64,
    t_second    INTEGER  ENCODE az64,
    t_am_pm     CHAR(2)  ENCODE bytedict,
    t_shift     CHAR(20) ENCODE lzo,
    t_sub_shift CHAR(20) ENCODE lzo,
    t_meal_time CHAR(20) ENCODE lzo
)
DISTSTYLE ALL SORTKEY (t_time_sk);
COMMENT ON TABLE time_dim IS 'One row a second of a day';

CREATE TABLE reason (
    r_reason_sk   INTEGER   ENCODE az64 NOT NULL PRIMARY KEY,
    r_reason_id   CHAR(16)  ENCODE lzo  NOT NULL,
    r_reason_desc CHAR(100) ENCODE lzo
)
DISTSTYLE ALL;
COMMENT ON TABLE reason IS 'Why an item came back';

CREATE TABLE income_band (
    ib_income_band_sk INTEGER ENCODE az64 NOT NULL PRIMARY KEY,
    ib_lower_bound    INTEGER ENCODE az64,
    ib_upper_bound    INTEGER ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE income_band IS 'Ranges of yearly income';

CREATE TABLE ship_mode (
    sm_ship_mode_sk INTEGER  ENCODE az64 NOT NULL PRIMARY KEY,
    sm_ship_mode_id CHAR(16) ENCODE lzo  NOT NULL,
    sm_type         CHAR(30) ENCODE lzo,
    sm_code         CHAR(10) ENCODE lzo,
    sm_carrier      CHAR(20) ENCODE lzo,
    sm_contract     CHAR(20) ENCODE lzo
)
DISTSTYLE ALL;
COMMENT ON TABLE ship_mode IS 'How and by whom orders are shipped';

CREATE TABLE warehouse (
    w_warehouse_sk    INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    w_warehouse_id    CHAR(16)     ENCODE lzo      NOT NULL,
    w_warehouse_name  VARCHAR(20)  ENCODE zstd,
    w_warehouse_sq_ft INTEGER      ENCODE az64,
    w_street_number   CHAR(10)     ENCODE lzo,
    w_street_name     VARCHAR(60)  ENCODE zstd,
    w_street_type     CHAR(15)     ENCODE lzo,
    w_suite_number    CHAR(10)     ENCODE lzo,
    w_city            VARCHAR(60)  ENCODE zstd,
    w_county          VARCHAR(30)  ENCODE zstd,
    w_state           CHAR(2)      ENCODE bytedict,
    w_zip             CHAR(10)     ENCODE lzo,
    w_country         VARCHAR(20)  ENCODE zstd,
    w_gmt_offset      DECIMAL(5,2) ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE warehouse IS 'Where catalog and web items are kept';

CREATE TABLE customer_address (
    ca_address_sk    INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    ca_address_id    CHAR(16)     ENCODE lzo      NOT NULL,
    ca_street_number CHAR(10)     ENCODE lzo,
    ca_street_name   VARCHAR(60)  ENCODE zstd,
    ca_street_type   CHAR(15)     ENCODE lzo,
    ca_suite_number  CHAR(10)     ENCODE lzo,
    ca_city          VARCHAR(60)  ENCODE zstd,
    ca_county        VARCHAR(30)  ENCODE zstd,
    ca_state         CHAR(2)      ENCODE bytedict,
    ca_zip           CHAR(10)     ENCODE lzo,
    ca_country       VARCHAR(20)  ENCODE zstd,
    ca_gmt_offset    DECIMAL(5,2) ENCODE az64,
    ca_location_type CHAR(20)     ENCODE lzo
)
DISTSTYLE KEY DISTKEY (ca_address_sk);
COMMENT ON TABLE customer_address IS 'Addresses, shared by customers and orders';

CREATE TABLE customer_demographics (
    cd_demo_sk            INTEGER  ENCODE raw      NOT NULL PRIMARY KEY,
    cd_gender             CHAR(1)  ENCODE bytedict,
    cd_marital_status     CHAR(1)  ENCODE bytedict,
    cd_education_status   CHAR(20) ENCODE lzo,
    cd_purchase_estimate  INTEGER  ENCODE az64,
    cd_credit_rating      CHAR(10) ENCODE lzo,
    cd_dep_count          INTEGER  ENCODE az64,
    cd_dep_employed_count INTEGER  ENCODE az64,
    cd_dep_college_count  INTEGER  ENCODE az64
)
DISTSTYLE EVEN SORTKEY (cd_demo_sk);
COMMENT ON TABLE customer_demographics IS 'Every combination of traits of a person';

CREATE TABLE household_demographics (
    hd_demo_sk        INTEGER  ENCODE az64 NOT NULL PRIMARY KEY,
    hd_income_band_sk INTEGER  ENCODE az64 REFERENCES income_band (ib_income_band_sk),
    hd_buy_potential  CHAR(15) ENCODE lzo,
    hd_dep_count      INTEGER  ENCODE az64,
    hd_vehicle_count  INTEGER  ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE household_demographics IS 'Every combination of traits of a household';

CREATE TABLE item (
    i_item_sk        INTEGER      ENCODE az64 NOT NULL PRIMARY KEY,
    i_item_id        CHAR(16)     ENCODE lzo  NOT NULL,
    i_rec_start_date DATE         ENCODE az64,
    i_rec_end_date   DATE         ENCODE az64,
    i_item_desc      VARCHAR(200) ENCODE zstd,
    i_current_price  DECIMAL(7,2) ENCODE az64,
    i_wholesale_cost DECIMAL(7,2) ENCODE az64,
    i_brand_id       INTEGER      ENCODE az64,
    i_brand          CHAR(50)     ENCODE lzo,
    i_class_id       INTEGER      ENCODE az64,
    i_class          CHAR(50)     ENCODE lzo,
    i_category_id    INTEGER      ENCODE az64,
    i_category       CHAR(50)     ENCODE raw,
    i_manufact_id    INTEGER      ENCODE az64,
    i_manufact       CHAR(50)     ENCODE lzo,
    i_size           CHAR(20)     ENCODE lzo,
    i_formulation    CHAR(20)     ENCODE lzo,
    i_color          CHAR(20)     ENCODE lzo,
    i_units          CHAR(10)     ENCODE lzo,
    i_container      CHAR(10)     ENCODE lzo,
    i_manager_id     INTEGER      ENCODE az64,
    i_product_name   CHAR(50)     ENCODE lzo
)
DISTSTYLE KEY DISTKEY (i_item_sk) SORTKEY (i_category);
COMMENT ON TABLE item IS 'What is sold; a row is one version of an item';

CREATE TABLE store (
    s_store_sk         INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    s_store_id         CHAR(16)     ENCODE lzo      NOT NULL,
    s_rec_start_date   DATE         ENCODE az64,
    s_rec_end_date     DATE         ENCODE az64,
    s_closed_date_sk   INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    s_store_name       VARCHAR(50)  ENCODE zstd,
    s_number_employees INTEGER      ENCODE az64,
    s_floor_space      INTEGER      ENCODE az64,
    s_hours            CHAR(20)     ENCODE lzo,
    s_manager          VARCHAR(40)  ENCODE zstd,
    s_market_id        INTEGER      ENCODE az64,
    s_geography_class  VARCHAR(100) ENCODE zstd,
    s_market_desc      VARCHAR(100) ENCODE zstd,
    s_market_manager   VARCHAR(40)  ENCODE zstd,
    s_division_id      INTEGER      ENCODE az64,
    s_division_name    VARCHAR(50)  ENCODE zstd,
    s_company_id       INTEGER      ENCODE az64,
    s_company_name     VARCHAR(50)  ENCODE zstd,
    s_street_number    VARCHAR(10)  ENCODE zstd,
    s_street_name      VARCHAR(60)  ENCODE zstd,
    s_street_type      CHAR(15)     ENCODE lzo,
    s_suite_number     CHAR(10)     ENCODE lzo,
    s_city             VARCHAR(60)  ENCODE zstd,
    s_county           VARCHAR(30)  ENCODE zstd,
    s_state            CHAR(2)      ENCODE bytedict,
    s_zip              CHAR(10)     ENCODE lzo,
    s_country          VARCHAR(20)  ENCODE zstd,
    s_gmt_offset       DECIMAL(5,2) ENCODE az64,
    s_tax_precentage   DECIMAL(5,2) ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE store IS 'Shops; a row is one version of a shop';

CREATE TABLE call_center (
    cc_call_center_sk INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    cc_call_center_id CHAR(16)     ENCODE lzo      NOT NULL,
    cc_rec_start_date DATE         ENCODE az64,
    cc_rec_end_date   DATE         ENCODE az64,
    cc_closed_date_sk INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    cc_open_date_sk   INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    cc_name           VARCHAR(50)  ENCODE zstd,
    cc_class          VARCHAR(50)  ENCODE zstd,
    cc_employees      INTEGER      ENCODE az64,
    cc_sq_ft          INTEGER      ENCODE az64,
    cc_hours          CHAR(20)     ENCODE lzo,
    cc_manager        VARCHAR(40)  ENCODE zstd,
    cc_mkt_id         INTEGER      ENCODE az64,
    cc_mkt_class      CHAR(50)     ENCODE lzo,
    cc_mkt_desc       VARCHAR(100) ENCODE zstd,
    cc_market_manager VARCHAR(40)  ENCODE zstd,
    cc_division       INTEGER      ENCODE az64,
    cc_division_name  VARCHAR(50)  ENCODE zstd,
    cc_company        INTEGER      ENCODE az64,
    cc_company_name   CHAR(50)     ENCODE lzo,
    cc_street_number  CHAR(10)     ENCODE lzo,
    cc_street_name    VARCHAR(60)  ENCODE zstd,
    cc_street_type    CHAR(15)     ENCODE lzo,
    cc_suite_number   CHAR(10)     ENCODE lzo,
    cc_city           VARCHAR(60)  ENCODE zstd,
    cc_county         VARCHAR(30)  ENCODE zstd,
    cc_state          CHAR(2)      ENCODE bytedict,
    cc_zip            CHAR(10)     ENCODE lzo,
    cc_country        VARCHAR(20)  ENCODE zstd,
    cc_gmt_offset     DECIMAL(5,2) ENCODE az64,
    cc_tax_percentage DECIMAL(5,2) ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE call_center IS 'Where catalog orders are taken by telephone';

CREATE TABLE catalog_page (
    cp_catalog_page_sk     INTEGER      ENCODE az64 NOT NULL PRIMARY KEY,
    cp_catalog_page_id     CHAR(16)     ENCODE lzo  NOT NULL,
    cp_start_date_sk       INTEGER      ENCODE az64 REFERENCES date_dim (d_date_sk),
    cp_end_date_sk         INTEGER      ENCODE az64 REFERENCES date_dim (d_date_sk),
    cp_department          VARCHAR(50)  ENCODE zstd,
    cp_catalog_number      INTEGER      ENCODE az64,
    cp_catalog_page_number INTEGER      ENCODE az64,
    cp_description         VARCHAR(100) ENCODE zstd,
    cp_type                VARCHAR(100) ENCODE zstd
)
DISTSTYLE ALL;
COMMENT ON TABLE catalog_page IS 'Pages of the printed catalogs';

CREATE TABLE customer (
    c_customer_sk          INTEGER     ENCODE az64     NOT NULL PRIMARY KEY,
    c_customer_id          CHAR(16)    ENCODE lzo      NOT NULL,
    c_current_cdemo_sk     INTEGER     ENCODE az64     REFERENCES customer_demographics (cd_demo_sk),
    c_current_hdemo_sk     INTEGER     ENCODE az64     REFERENCES household_demographics (hd_demo_sk),
    c_current_addr_sk      INTEGER     ENCODE az64     REFERENCES customer_address (ca_address_sk),
    c_first_shipto_date_sk INTEGER     ENCODE az64     REFERENCES date_dim (d_date_sk),
    c_first_sales_date_sk  INTEGER     ENCODE az64     REFERENCES date_dim (d_date_sk),
    c_salutation           CHAR(10)    ENCODE lzo,
    c_first_name           CHAR(20)    ENCODE lzo,
    c_last_name            CHAR(30)    ENCODE lzo,
    c_preferred_cust_flag  CHAR(1)     ENCODE bytedict,
    c_birth_day            INTEGER     ENCODE az64,
    c_birth_month          INTEGER     ENCODE az64,
    c_birth_year           INTEGER     ENCODE az64,
    c_birth_country        VARCHAR(20) ENCODE zstd,
    c_login                CHAR(13)    ENCODE lzo,
    c_email_address        CHAR(50)    ENCODE lzo,
    c_last_review_date_sk  INTEGER     ENCODE az64     REFERENCES date_dim (d_date_sk)
)
DISTSTYLE KEY DISTKEY (c_customer_sk);
COMMENT ON TABLE customer IS 'Who buys';

CREATE TABLE promotion (
    p_promo_sk        INTEGER       ENCODE az64     NOT NULL PRIMARY KEY,
    p_promo_id        CHAR(16)      ENCODE lzo      NOT NULL,
    p_start_date_sk   INTEGER       ENCODE az64     REFERENCES date_dim (d_date_sk),
    p_end_date_sk     INTEGER       ENCODE az64     REFERENCES date_dim (d_date_sk),
    p_item_sk         INTEGER       ENCODE az64     REFERENCES item (i_item_sk),
    p_cost            DECIMAL(15,2) ENCODE az64,
    p_response_target INTEGER       ENCODE az64,
    p_promo_name      CHAR(50)      ENCODE lzo,
    p_channel_dmail   CHAR(1)       ENCODE bytedict,
    p_channel_email   CHAR(1)       ENCODE bytedict,
    p_channel_catalog CHAR(1)       ENCODE bytedict,
    p_channel_tv      CHAR(1)       ENCODE bytedict,
    p_channel_radio   CHAR(1)       ENCODE bytedict,
    p_channel_press   CHAR(1)       ENCODE bytedict,
    p_channel_event   CHAR(1)       ENCODE bytedict,
    p_channel_demo    CHAR(1)       ENCODE bytedict,
    p_channel_details VARCHAR(100)  ENCODE zstd,
    p_purpose         CHAR(15)      ENCODE lzo,
    p_discount_active CHAR(1)       ENCODE bytedict
)
DISTSTYLE ALL;
COMMENT ON TABLE promotion IS 'Advertising campaigns';

CREATE TABLE web_site (
    web_site_sk        INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    web_site_id        CHAR(16)     ENCODE lzo      NOT NULL,
    web_rec_start_date DATE         ENCODE az64,
    web_rec_end_date   DATE         ENCODE az64,
    web_name           VARCHAR(50)  ENCODE zstd,
    web_open_date_sk   INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    web_close_date_sk  INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    web_class          VARCHAR(50)  ENCODE zstd,
    web_manager        VARCHAR(40)  ENCODE zstd,
    web_mkt_id         INTEGER      ENCODE az64,
    web_mkt_class      VARCHAR(50)  ENCODE zstd,
    web_mkt_desc       VARCHAR(100) ENCODE zstd,
    web_market_manager VARCHAR(40)  ENCODE zstd,
    web_company_id     INTEGER      ENCODE az64,
    web_company_name   CHAR(50)     ENCODE lzo,
    web_street_number  CHAR(10)     ENCODE lzo,
    web_street_name    VARCHAR(60)  ENCODE zstd,
    web_street_type    CHAR(15)     ENCODE lzo,
    web_suite_number   CHAR(10)     ENCODE lzo,
    web_city           VARCHAR(60)  ENCODE zstd,
    web_county         VARCHAR(30)  ENCODE zstd,
    web_state          CHAR(2)      ENCODE bytedict,
    web_zip            CHAR(10)     ENCODE lzo,
    web_country        VARCHAR(20)  ENCODE zstd,
    web_gmt_offset     DECIMAL(5,2) ENCODE az64,
    web_tax_percentage DECIMAL(5,2) ENCODE az64
)
DISTSTYLE ALL;
COMMENT ON TABLE web_site IS 'Web shops; a row is one version of a site';

CREATE TABLE web_page (
    wp_web_page_sk      INTEGER      ENCODE az64     NOT NULL PRIMARY KEY,
    wp_web_page_id      CHAR(16)     ENCODE lzo      NOT NULL,
    wp_rec_start_date   DATE         ENCODE az64,
    wp_rec_end_date     DATE         ENCODE az64,
    wp_creation_date_sk INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    wp_access_date_sk   INTEGER      ENCODE az64     REFERENCES date_dim (d_date_sk),
    wp_autogen_flag     CHAR(1)      ENCODE bytedict,
    wp_customer_sk      INTEGER      ENCODE az64     REFERENCES customer (c_customer_sk),
    wp_url              VARCHAR(100) ENCODE zstd,
    wp_type             CHAR(50)     ENCODE lzo,
    wp_char_count       INTEGER      ENCODE az64,
    wp_link_count       INTEGER      ENCODE az64,
    wp_image_count      INTEGER      ENCODE az64,
    wp_max_ad_count     INTEGER      ENCODE az64
)
DISTSTYLE AUTO SORTKEY AUTO;
COMMENT ON TABLE web_page IS 'Pages of the web shops';

-- Facts -----------------------------------------------------------------------------------------

CREATE TABLE inventory (
    inv_date_sk          INTEGER ENCODE raw  NOT NULL REFERENCES date_dim (d_date_sk),
    inv_item_sk          INTEGER ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    inv_warehouse_sk     INTEGER ENCODE az64 NOT NULL REFERENCES warehouse (w_warehouse_sk),
    inv_quantity_on_hand INTEGER ENCODE az64,
    PRIMARY KEY (inv_date_sk, inv_item_sk, inv_warehouse_sk)
)
DISTSTYLE KEY DISTKEY (inv_item_sk) INTERLEAVED SORTKEY (inv_date_sk, inv_warehouse_sk);
COMMENT ON TABLE inventory IS 'Stock of an item in a warehouse, week by week';

CREATE TABLE store_sales (
    ss_sold_date_sk       INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    ss_sold_time_sk       INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    ss_item_sk            INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    ss_customer_sk        INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    ss_cdemo_sk           INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    ss_hdemo_sk           INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    ss_addr_sk            INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    ss_store_sk           INTEGER      ENCODE az64 REFERENCES store (s_store_sk),
    ss_promo_sk           INTEGER      ENCODE az64 REFERENCES promotion (p_promo_sk),
    ss_ticket_number      BIGINT       ENCODE az64 NOT NULL,
    ss_quantity           INTEGER      ENCODE az64,
    ss_wholesale_cost     DECIMAL(7,2) ENCODE az64,
    ss_list_price         DECIMAL(7,2) ENCODE az64,
    ss_sales_price        DECIMAL(7,2) ENCODE az64,
    ss_ext_discount_amt   DECIMAL(7,2) ENCODE az64,
    ss_ext_sales_price    DECIMAL(7,2) ENCODE az64,
    ss_ext_wholesale_cost DECIMAL(7,2) ENCODE az64,
    ss_ext_list_price     DECIMAL(7,2) ENCODE az64,
    ss_ext_tax            DECIMAL(7,2) ENCODE az64,
    ss_coupon_amt         DECIMAL(7,2) ENCODE az64,
    ss_net_paid           DECIMAL(7,2) ENCODE az64,
    ss_net_paid_inc_tax   DECIMAL(7,2) ENCODE az64,
    ss_net_profit         DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (ss_item_sk, ss_ticket_number)
)
DISTSTYLE KEY DISTKEY (ss_item_sk) COMPOUND SORTKEY (ss_sold_date_sk, ss_ticket_number);
COMMENT ON TABLE store_sales IS 'One line of a receipt in a shop';

CREATE TABLE store_returns (
    sr_returned_date_sk   INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    sr_return_time_sk     INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    sr_item_sk            INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    sr_customer_sk        INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    sr_cdemo_sk           INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    sr_hdemo_sk           INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    sr_addr_sk            INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    sr_store_sk           INTEGER      ENCODE az64 REFERENCES store (s_store_sk),
    sr_reason_sk          INTEGER      ENCODE az64 REFERENCES reason (r_reason_sk),
    sr_ticket_number      BIGINT       ENCODE az64 NOT NULL,
    sr_return_quantity    INTEGER      ENCODE az64,
    sr_return_amt         DECIMAL(7,2) ENCODE az64,
    sr_return_tax         DECIMAL(7,2) ENCODE az64,
    sr_return_amt_inc_tax DECIMAL(7,2) ENCODE az64,
    sr_fee                DECIMAL(7,2) ENCODE az64,
    sr_return_ship_cost   DECIMAL(7,2) ENCODE az64,
    sr_refunded_cash      DECIMAL(7,2) ENCODE az64,
    sr_reversed_charge    DECIMAL(7,2) ENCODE az64,
    sr_store_credit       DECIMAL(7,2) ENCODE az64,
    sr_net_loss           DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (sr_item_sk, sr_ticket_number),
    FOREIGN KEY (sr_item_sk, sr_ticket_number) REFERENCES store_sales (ss_item_sk, ss_ticket_number)
)
DISTSTYLE KEY DISTKEY (sr_item_sk) COMPOUND SORTKEY (sr_returned_date_sk, sr_ticket_number);
COMMENT ON TABLE store_returns IS 'A receipt line that came back to a shop';

CREATE TABLE catalog_sales (
    cs_sold_date_sk          INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    cs_sold_time_sk          INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    cs_ship_date_sk          INTEGER      ENCODE az64 REFERENCES date_dim (d_date_sk),
    cs_bill_customer_sk      INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    cs_bill_cdemo_sk         INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    cs_bill_hdemo_sk         INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    cs_bill_addr_sk          INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    cs_ship_customer_sk      INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    cs_ship_cdemo_sk         INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    cs_ship_hdemo_sk         INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    cs_ship_addr_sk          INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    cs_call_center_sk        INTEGER      ENCODE az64 REFERENCES call_center (cc_call_center_sk),
    cs_catalog_page_sk       INTEGER      ENCODE az64 REFERENCES catalog_page (cp_catalog_page_sk),
    cs_ship_mode_sk          INTEGER      ENCODE az64 REFERENCES ship_mode (sm_ship_mode_sk),
    cs_warehouse_sk          INTEGER      ENCODE az64 REFERENCES warehouse (w_warehouse_sk),
    cs_item_sk               INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    cs_promo_sk              INTEGER      ENCODE az64 REFERENCES promotion (p_promo_sk),
    cs_order_number          BIGINT       ENCODE az64 NOT NULL,
    cs_quantity              INTEGER      ENCODE az64,
    cs_wholesale_cost        DECIMAL(7,2) ENCODE az64,
    cs_list_price            DECIMAL(7,2) ENCODE az64,
    cs_sales_price           DECIMAL(7,2) ENCODE az64,
    cs_ext_discount_amt      DECIMAL(7,2) ENCODE az64,
    cs_ext_sales_price       DECIMAL(7,2) ENCODE az64,
    cs_ext_wholesale_cost    DECIMAL(7,2) ENCODE az64,
    cs_ext_list_price        DECIMAL(7,2) ENCODE az64,
    cs_ext_tax               DECIMAL(7,2) ENCODE az64,
    cs_coupon_amt            DECIMAL(7,2) ENCODE az64,
    cs_ext_ship_cost         DECIMAL(7,2) ENCODE az64,
    cs_net_paid              DECIMAL(7,2) ENCODE az64,
    cs_net_paid_inc_tax      DECIMAL(7,2) ENCODE az64,
    cs_net_paid_inc_ship     DECIMAL(7,2) ENCODE az64,
    cs_net_paid_inc_ship_tax DECIMAL(7,2) ENCODE az64,
    cs_net_profit            DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (cs_item_sk, cs_order_number)
)
DISTSTYLE KEY DISTKEY (cs_item_sk) COMPOUND SORTKEY (cs_sold_date_sk, cs_order_number);
COMMENT ON TABLE catalog_sales IS 'One line of a catalog order';

CREATE TABLE catalog_returns (
    cr_returned_date_sk      INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    cr_returned_time_sk      INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    cr_item_sk               INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    cr_refunded_customer_sk  INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    cr_refunded_cdemo_sk     INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    cr_refunded_hdemo_sk     INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    cr_refunded_addr_sk      INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    cr_returning_customer_sk INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    cr_returning_cdemo_sk    INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    cr_returning_hdemo_sk    INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    cr_returning_addr_sk     INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    cr_call_center_sk        INTEGER      ENCODE az64 REFERENCES call_center (cc_call_center_sk),
    cr_catalog_page_sk       INTEGER      ENCODE az64 REFERENCES catalog_page (cp_catalog_page_sk),
    cr_ship_mode_sk          INTEGER      ENCODE az64 REFERENCES ship_mode (sm_ship_mode_sk),
    cr_warehouse_sk          INTEGER      ENCODE az64 REFERENCES warehouse (w_warehouse_sk),
    cr_reason_sk             INTEGER      ENCODE az64 REFERENCES reason (r_reason_sk),
    cr_order_number          BIGINT       ENCODE az64 NOT NULL,
    cr_return_quantity       INTEGER      ENCODE az64,
    cr_return_amount         DECIMAL(7,2) ENCODE az64,
    cr_return_tax            DECIMAL(7,2) ENCODE az64,
    cr_return_amt_inc_tax    DECIMAL(7,2) ENCODE az64,
    cr_fee                   DECIMAL(7,2) ENCODE az64,
    cr_return_ship_cost      DECIMAL(7,2) ENCODE az64,
    cr_refunded_cash         DECIMAL(7,2) ENCODE az64,
    cr_reversed_charge       DECIMAL(7,2) ENCODE az64,
    cr_store_credit          DECIMAL(7,2) ENCODE az64,
    cr_net_loss              DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (cr_item_sk, cr_order_number),
    FOREIGN KEY (cr_item_sk, cr_order_number) REFERENCES catalog_sales (cs_item_sk, cs_order_number)
)
DISTSTYLE KEY DISTKEY (cr_item_sk) COMPOUND SORTKEY (cr_returned_date_sk, cr_order_number);
COMMENT ON TABLE catalog_returns IS 'A catalog order line that came back';

CREATE TABLE web_sales (
    ws_sold_date_sk          INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    ws_sold_time_sk          INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    ws_ship_date_sk          INTEGER      ENCODE az64 REFERENCES date_dim (d_date_sk),
    ws_item_sk               INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    ws_bill_customer_sk      INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    ws_bill_cdemo_sk         INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    ws_bill_hdemo_sk         INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    ws_bill_addr_sk          INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    ws_ship_customer_sk      INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    ws_ship_cdemo_sk         INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    ws_ship_hdemo_sk         INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    ws_ship_addr_sk          INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    ws_web_page_sk           INTEGER      ENCODE az64 REFERENCES web_page (wp_web_page_sk),
    ws_web_site_sk           INTEGER      ENCODE az64 REFERENCES web_site (web_site_sk),
    ws_ship_mode_sk          INTEGER      ENCODE az64 REFERENCES ship_mode (sm_ship_mode_sk),
    ws_warehouse_sk          INTEGER      ENCODE az64 REFERENCES warehouse (w_warehouse_sk),
    ws_promo_sk              INTEGER      ENCODE az64 REFERENCES promotion (p_promo_sk),
    ws_order_number          BIGINT       ENCODE az64 NOT NULL,
    ws_quantity              INTEGER      ENCODE az64,
    ws_wholesale_cost        DECIMAL(7,2) ENCODE az64,
    ws_list_price            DECIMAL(7,2) ENCODE az64,
    ws_sales_price           DECIMAL(7,2) ENCODE az64,
    ws_ext_discount_amt      DECIMAL(7,2) ENCODE az64,
    ws_ext_sales_price       DECIMAL(7,2) ENCODE az64,
    ws_ext_wholesale_cost    DECIMAL(7,2) ENCODE az64,
    ws_ext_list_price        DECIMAL(7,2) ENCODE az64,
    ws_ext_tax               DECIMAL(7,2) ENCODE az64,
    ws_coupon_amt            DECIMAL(7,2) ENCODE az64,
    ws_ext_ship_cost         DECIMAL(7,2) ENCODE az64,
    ws_net_paid              DECIMAL(7,2) ENCODE az64,
    ws_net_paid_inc_tax      DECIMAL(7,2) ENCODE az64,
    ws_net_paid_inc_ship     DECIMAL(7,2) ENCODE az64,
    ws_net_paid_inc_ship_tax DECIMAL(7,2) ENCODE az64,
    ws_net_profit            DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (ws_item_sk, ws_order_number)
)
DISTSTYLE KEY DISTKEY (ws_item_sk) COMPOUND SORTKEY (ws_sold_date_sk, ws_order_number);
COMMENT ON TABLE web_sales IS 'One line of a web order';

CREATE TABLE web_returns (
    wr_returned_date_sk      INTEGER      ENCODE raw  REFERENCES date_dim (d_date_sk),
    wr_returned_time_sk      INTEGER      ENCODE az64 REFERENCES time_dim (t_time_sk),
    wr_item_sk               INTEGER      ENCODE az64 NOT NULL REFERENCES item (i_item_sk),
    wr_refunded_customer_sk  INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    wr_refunded_cdemo_sk     INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    wr_refunded_hdemo_sk     INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    wr_refunded_addr_sk      INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    wr_returning_customer_sk INTEGER      ENCODE az64 REFERENCES customer (c_customer_sk),
    wr_returning_cdemo_sk    INTEGER      ENCODE az64 REFERENCES customer_demographics (cd_demo_sk),
    wr_returning_hdemo_sk    INTEGER      ENCODE az64 REFERENCES household_demographics (hd_demo_sk),
    wr_returning_addr_sk     INTEGER      ENCODE az64 REFERENCES customer_address (ca_address_sk),
    wr_web_page_sk           INTEGER      ENCODE az64 REFERENCES web_page (wp_web_page_sk),
    wr_reason_sk             INTEGER      ENCODE az64 REFERENCES reason (r_reason_sk),
    wr_order_number          BIGINT       ENCODE az64 NOT NULL,
    wr_return_quantity       INTEGER      ENCODE az64,
    wr_return_amt            DECIMAL(7,2) ENCODE az64,
    wr_return_tax            DECIMAL(7,2) ENCODE az64,
    wr_return_amt_inc_tax    DECIMAL(7,2) ENCODE az64,
    wr_fee                   DECIMAL(7,2) ENCODE az64,
    wr_return_ship_cost      DECIMAL(7,2) ENCODE az64,
    wr_refunded_cash         DECIMAL(7,2) ENCODE az64,
    wr_reversed_charge       DECIMAL(7,2) ENCODE az64,
    wr_account_credit        DECIMAL(7,2) ENCODE az64,
    wr_net_loss              DECIMAL(7,2) ENCODE az64,
    PRIMARY KEY (wr_item_sk, wr_order_number),
    FOREIGN KEY (wr_item_sk, wr_order_number) REFERENCES web_sales (ws_item_sk, ws_order_number)
)
DISTSTYLE KEY DISTKEY (wr_item_sk) COMPOUND SORTKEY (wr_returned_date_sk, wr_order_number);
COMMENT ON TABLE web_returns IS 'A web order line that came back';
