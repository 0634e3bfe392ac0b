-- TPC-DS in Snowflake: 24 tables, 425 columns, every key of the logical model.
--
-- Surrogate keys are NUMBER(38,0), amounts NUMBER(7,2); facts are clustered by date. Foreign keys
-- follow their table as ALTER TABLE statements, the way migration tools write them. Snowflake
-- declares keys and does not enforce them: the generator is what makes them hold.

-- Dimensions ------------------------------------------------------------------------------------

CREATE OR REPLACE TABLE date_dim (
    d_date_sk           NUMBER(38,0) NOT NULL COMMENT 'Day number; every date key of the model points here',
    d_date_id           CHAR(16)     NOT NULL,
    d_date              DATE,
    d_month_seq         INTEGER,
    d_week_seq          INTEGER,
    d_quarter_seq       INTEGER,
    d_year              INTEGER,
    d_dow               INTEGER,
    d_moy               INTEGER,
    d_dom               INTEGER,
    d_qoy               INTEGER,
    d_fy_year           INTEGER,
    d_fy_quarter_seq    INTEGER,
    d_fy_week_seq       INTEGER,
    d_day_name          CHAR(9),
    d_quarter_name      CHAR(6),
    d_holiday           CHAR(1),
    d_weekend           CHAR(1),
    d_following_holiday CHAR(1),
    d_first_dom         INTEGER,
    d_last_dom          INTEGER,
    d_same_day_ly       INTEGER,
    d_same_day_lq       INTEGER,
    d_current_day       CHAR(1),
    d_current_week      CHAR(1),
    d_current_month     CHAR(1),
    d_current_quarter   CHAR(1),
    d_current_year      CHAR(1),
    CONSTRAINT pk_date_dim PRIMARY KEY (d_date_sk)
)
COMMENT = 'One row a day, 1900 to 2100';

CREATE OR REPLACE TABLE time_dim (
    t_time_sk   NUMBER(38,0) NOT NULL,
    t_time_id   CHAR(16)     NOT NULL,
    t_time      INTEGER      COMMENT 'Seconds since midnight',
    t_hour      INTEGER,
    t_minute    INTEGER,
    t_second    INTEGER,
    t_am_pm     CHAR(2),
    t_shift     CHAR(20),
    t_sub_shift CHAR(20),
    t_meal_time CHAR(20),
    CONSTRAINT pk_time_dim PRIMARY KEY (t_time_sk)
)
COMMENT = 'One row a second of a day';

CREATE OR REPLACE TABLE reason (
    r_reason_sk   NUMBER(38,0) NOT NULL,
    r_reason_id   CHAR(16)     NOT NULL,
    r_reason_desc CHAR(100),
    CONSTRAINT pk_reason PRIMARY KEY (r_reason_sk)
)
COMMENT = 'Why an item came back';

CREATE OR REPLACE TABLE income_band (
    ib_income_band_sk NUMBER(38,0) NOT NULL,
    ib_lower_bound    INTEGER,
    ib_upper_bound    INTEGER,
    CONSTRAINT pk_income_band PRIMARY KEY (ib_income_band_sk)
)
COMMENT = 'Ranges of yearly income';

CREATE OR REPLACE TABLE ship_mode (
    sm_ship_mode_sk NUMBER(38,0) NOT NULL,
    sm_ship_mode_id CHAR(16)     NOT NULL,
    sm_type         CHAR(30),
    sm_code         CHAR(10),
    sm_carrier      CHAR(20),
    sm_contract     CHAR(20),
    CONSTRAINT pk_ship_mode PRIMARY KEY (sm_ship_mode_sk)
)
COMMENT = 'How and by whom orders are shipped';

CREATE OR REPLACE TABLE warehouse (
    w_warehouse_sk    NUMBER(38,0) NOT NULL,
    w_warehouse_id    CHAR(16)     NOT NULL,
    w_warehouse_name  VARCHAR(20),
    w_warehouse_sq_ft INTEGER,
    w_street_number   CHAR(10),
    w_street_name     VARCHAR(60),
    w_street_type     CHAR(15),
    w_suite_number    CHAR(10),
    w_city            VARCHAR(60),
    w_county          VARCHAR(30),
    w_state           CHAR(2),
    w_zip             CHAR(10),
    w_country         VARCHAR(20),
    w_gmt_offset      NUMBER(5,2),
    CONSTRAINT pk_warehouse PRIMARY KEY (w_warehouse_sk)
)
COMMENT = 'Where catalog and web items are kept';

CREATE OR REPLACE TABLE customer_address (
    ca_address_sk    NUMBER(38,0) NOT NULL,
    ca_address_id    CHAR(16)     NOT NULL,
    ca_street_number CHAR(10),
    ca_street_name   VARCHAR(60),
    ca_street_type   CHAR(15),
    ca_suite_number  CHAR(10),
    ca_city          VARCHAR(60),
    ca_county        VARCHAR(30),
    ca_state         CHAR(2),
    ca_zip           CHAR(10),
    ca_country       VARCHAR(20),
    ca_gmt_offset    NUMBER(5,2),
    ca_location_type CHAR(20),
    CONSTRAINT pk_customer_address PRIMARY KEY (ca_address_sk)
)
COMMENT = 'Addresses, shared by customers and orders';

CREATE OR REPLACE TABLE customer_demographics (
    cd_demo_sk            NUMBER(38,0) NOT NULL,
    cd_gender             CHAR(1),
    cd_marital_status     CHAR(1),
    cd_education_status   CHAR(20),
    cd_purchase_estimate  INTEGER,
    cd_credit_rating      CHAR(10),
    cd_dep_count          INTEGER,
    cd_dep_employed_count INTEGER,
    cd_dep_college_count  INTEGER,
    CONSTRAINT pk_customer_demographics PRIMARY KEY (cd_demo_sk)
)
COMMENT = 'Every combination of traits of a person';

CREATE OR REPLACE TABLE household_demographics (
    hd_demo_sk        NUMBER(38,0) NOT NULL,
    hd_income_band_sk NUMBER(38,0),
    hd_buy_potential  CHAR(15),
    hd_dep_count      INTEGER,
    hd_vehicle_count  INTEGER,
    CONSTRAINT pk_household_demographics PRIMARY KEY (hd_demo_sk)
)
COMMENT = 'Every combination of traits of a household';

ALTER TABLE household_demographics ADD CONSTRAINT fk_hd_income_band
    FOREIGN KEY (hd_income_band_sk) REFERENCES income_band (ib_income_band_sk);

CREATE OR REPLACE TABLE item (
    i_item_sk        NUMBER(38,0) NOT NULL,
    i_item_id        CHAR(16)     NOT NULL,
    i_rec_start_date DATE,
    i_rec_end_date   DATE,
    i_item_desc      VARCHAR(200),
    i_current_price  NUMBER(7,2),
    i_wholesale_cost NUMBER(7,2),
    i_brand_id       INTEGER,
    i_brand          CHAR(50),
    i_class_id       INTEGER,
    i_class          CHAR(50),
    i_category_id    INTEGER,
    i_category       CHAR(50),
    i_manufact_id    INTEGER,
    i_manufact       CHAR(50),
    i_size           CHAR(20),
    i_formulation    CHAR(20),
    i_color          CHAR(20),
    i_units          CHAR(10),
    i_container      CHAR(10),
    i_manager_id     INTEGER,
    i_product_name   CHAR(50),
    CONSTRAINT pk_item PRIMARY KEY (i_item_sk)
)
COMMENT = 'What is sold; a row is one version of an item';

CREATE OR REPLACE TABLE store (
    s_store_sk         NUMBER(38,0) NOT NULL,
    s_store_id         CHAR(16)     NOT NULL,
    s_rec_start_date   DATE,
    s_rec_end_date     DATE,
    s_closed_date_sk   NUMBER(38,0),
    s_store_name       VARCHAR(50),
    s_number_employees INTEGER,
    s_floor_space      INTEGER,
    s_hours            CHAR(20),
    s_manager          VARCHAR(40),
    s_market_id        INTEGER,
    s_geography_class  VARCHAR(100),
    s_market_desc      VARCHAR(100),
    s_market_manager   VARCHAR(40),
    s_division_id      INTEGER,
    s_division_name    VARCHAR(50),
    s_company_id       INTEGER,
    s_company_name     VARCHAR(50),
    s_street_number    VARCHAR(10),
    s_street_name      VARCHAR(60),
    s_street_type      CHAR(15),
    s_suite_number     CHAR(10),
    s_city             VARCHAR(60),
    s_county           VARCHAR(30),
    s_state            CHAR(2),
    s_zip              CHAR(10),
    s_country          VARCHAR(20),
    s_gmt_offset       NUMBER(5,2),
    s_tax_precentage   NUMBER(5,2)  COMMENT 'Spelled as the specification spells it',
    CONSTRAINT pk_store PRIMARY KEY (s_store_sk)
)
COMMENT = 'Shops; a row is one version of a shop';

ALTER TABLE store ADD CONSTRAINT fk_s_closed_date
    FOREIGN KEY (s_closed_date_sk) REFERENCES date_dim (d_date_sk);

CREATE OR REPLACE TABLE call_center (
    cc_call_center_sk NUMBER(38,0) NOT NULL,
    cc_call_center_id CHAR(16)     NOT NULL,
    cc_rec_start_date DATE,
    cc_rec_end_date   DATE,
    cc_closed_date_sk NUMBER(38,0),
    cc_open_date_sk   NUMBER(38,0),
    cc_name           VARCHAR(50),
    cc_class          VARCHAR(50),
    cc_employees      INTEGER,
    cc_sq_ft          INTEGER,
    cc_hours          CHAR(20),
    cc_manager        VARCHAR(40),
    cc_mkt_id         INTEGER,
    cc_mkt_class      CHAR(50),
    cc_mkt_desc       VARCHAR(100),
    cc_market_manager VARCHAR(40),
    cc_division       INTEGER,
    cc_division_name  VARCHAR(50),
    cc_company        INTEGER,
    cc_company_name   CHAR(50),
    cc_street_number  CHAR(10),
    cc_street_name    VARCHAR(60),
    cc_street_type    CHAR(15),
    cc_suite_number   CHAR(10),
    cc_city           VARCHAR(60),
    cc_county         VARCHAR(30),
    cc_state          CHAR(2),
    cc_zip            CHAR(10),
    cc_country        VARCHAR(20),
    cc_gmt_offset     NUMBER(5,2),
    cc_tax_percentage NUMBER(5,2),
    CONSTRAINT pk_call_center PRIMARY KEY (cc_call_center_sk)
)
COMMENT = 'Where catalog orders are taken by telephone';

ALTER TABLE call_center ADD CONSTRAINT fk_cc_closed_date
    FOREIGN KEY (cc_closed_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE call_center ADD CONSTRAINT fk_cc_open_date
    FOREIGN KEY (cc_open_date_sk) REFERENCES date_dim (d_date_sk);

CREATE OR REPLACE TABLE catalog_page (
    cp_catalog_page_sk     NUMBER(38,0) NOT NULL,
    cp_catalog_page_id     CHAR(16)     NOT NULL,
    cp_start_date_sk       NUMBER(38,0),
    cp_end_date_sk         NUMBER(38,0),
    cp_department          VARCHAR(50),
    cp_catalog_number      INTEGER,
    cp_catalog_page_number INTEGER,
    cp_description         VARCHAR(100),
    cp_type                VARCHAR(100),
    CONSTRAINT pk_catalog_page PRIMARY KEY (cp_catalog_page_sk)
)
COMMENT = 'Pages of the printed catalogs';

ALTER TABLE catalog_page ADD CONSTRAINT fk_cp_start_date
    FOREIGN KEY (cp_start_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE catalog_page ADD CONSTRAINT fk_cp_end_date
    FOREIGN KEY (cp_end_date_sk) REFERENCES date_dim (d_date_sk);

CREATE OR REPLACE TABLE customer (
    c_customer_sk          NUMBER(38,0) NOT NULL,
    c_customer_id          CHAR(16)     NOT NULL,
    c_current_cdemo_sk     NUMBER(38,0),
    c_current_hdemo_sk     NUMBER(38,0),
    c_current_addr_sk      NUMBER(38,0),
    c_first_shipto_date_sk NUMBER(38,0),
    c_first_sales_date_sk  NUMBER(38,0),
    c_salutation           CHAR(10),
    c_first_name           CHAR(20),
    c_last_name            CHAR(30),
    c_preferred_cust_flag  CHAR(1),
    c_birth_day            INTEGER,
    c_birth_month          INTEGER,
    c_birth_year           INTEGER,
    c_birth_country        VARCHAR(20),
    c_login                CHAR(13),
    c_email_address        CHAR(50),
    c_last_review_date_sk  NUMBER(38,0),
    CONSTRAINT pk_customer PRIMARY KEY (c_customer_sk)
)
COMMENT = 'Who buys';

ALTER TABLE customer ADD CONSTRAINT fk_c_current_cdemo
    FOREIGN KEY (c_current_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE customer ADD CONSTRAINT fk_c_current_hdemo
    FOREIGN KEY (c_current_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE customer ADD CONSTRAINT fk_c_current_addr
    FOREIGN KEY (c_current_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE customer ADD CONSTRAINT fk_c_first_shipto_date
    FOREIGN KEY (c_first_shipto_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE customer ADD CONSTRAINT fk_c_first_sales_date
    FOREIGN KEY (c_first_sales_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE customer ADD CONSTRAINT fk_c_last_review_date
    FOREIGN KEY (c_last_review_date_sk) REFERENCES date_dim (d_date_sk);

CREATE OR REPLACE TABLE promotion (
    p_promo_sk        NUMBER(38,0) NOT NULL,
    p_promo_id        CHAR(16)     NOT NULL,
    p_start_date_sk   NUMBER(38,0),
    p_end_date_sk     NUMBER(38,0),
    p_item_sk         NUMBER(38,0),
    p_cost            NUMBER(15,2),
    p_response_target INTEGER,
    p_promo_name      CHAR(50),
    p_channel_dmail   CHAR(1),
    p_channel_email   CHAR(1),
    p_channel_catalog CHAR(1),
    p_channel_tv      CHAR(1),
    p_channel_radio   CHAR(1),
    p_channel_press   CHAR(1),
    p_channel_event   CHAR(1),
    p_channel_demo    CHAR(1),
    p_channel_details VARCHAR(100),
    p_purpose         CHAR(15),
    p_discount_active CHAR(1),
    CONSTRAINT pk_promotion PRIMARY KEY (p_promo_sk)
)
COMMENT = 'Advertising campaigns';

ALTER TABLE promotion ADD CONSTRAINT fk_p_start_date
    FOREIGN KEY (p_start_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE promotion ADD CONSTRAINT fk_p_end_date
    FOREIGN KEY (p_end_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE promotion ADD CONSTRAINT fk_p_item
    FOREIGN KEY (p_item_sk) REFERENCES item (i_item_sk);

CREATE OR REPLACE TABLE web_site (
    web_site_sk        NUMBER(38,0) NOT NULL,
    web_site_id        CHAR(16)     NOT NULL,
    web_rec_start_date DATE,
    web_rec_end_date   DATE,
    web_name           VARCHAR(50),
    web_open_date_sk   NUMBER(38,0),
    web_close_date_sk  NUMBER(38,0),
    web_class          VARCHAR(50),
    web_manager        VARCHAR(40),
    web_mkt_id         INTEGER,
    web_mkt_class      VARCHAR(50),
    web_mkt_desc       VARCHAR(100),
    web_market_manager VARCHAR(40),
    web_company_id     INTEGER,
    web_company_name   CHAR(50),
    web_street_number  CHAR(10),
    web_street_name    VARCHAR(60),
    web_street_type    CHAR(15),
    web_suite_number   CHAR(10),
    web_city           VARCHAR(60),
    web_county         VARCHAR(30),
    web_state          CHAR(2),
    web_zip            CHAR(10),
    web_country        VARCHAR(20),
    web_gmt_offset     NUMBER(5,2),
    web_tax_percentage NUMBER(5,2),
    CONSTRAINT pk_web_site PRIMARY KEY (web_site_sk)
)
COMMENT = 'Web shops; a row is one version of a site';

ALTER TABLE web_site ADD CONSTRAINT fk_web_open_date
    FOREIGN KEY (web_open_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_site ADD CONSTRAINT fk_web_close_date
    FOREIGN KEY (web_close_date_sk) REFERENCES date_dim (d_date_sk);

CREATE OR REPLACE TABLE web_page (
    wp_web_page_sk      NUMBER(38,0) NOT NULL,
    wp_web_page_id      CHAR(16)     NOT NULL,
    wp_rec_start_date   DATE,
    wp_rec_end_date     DATE,
    wp_creation_date_sk NUMBER(38,0),
    wp_access_date_sk   NUMBER(38,0),
    wp_autogen_flag     CHAR(1),
    wp_customer_sk      NUMBER(38,0),
    wp_url              VARCHAR(100),
    wp_type             CHAR(50),
    wp_char_count       INTEGER,
    wp_link_count       INTEGER,
    wp_image_count      INTEGER,
    wp_max_ad_count     INTEGER,
    CONSTRAINT pk_web_page PRIMARY KEY (wp_web_page_sk)
)
COMMENT = 'Pages of the web shops';

ALTER TABLE web_page ADD CONSTRAINT fk_wp_creation_date
    FOREIGN KEY (wp_creation_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_page ADD CONSTRAINT fk_wp_access_date
    FOREIGN KEY (wp_access_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_page ADD CONSTRAINT fk_wp_customer
    FOREIGN KEY (wp_customer_sk) REFERENCES customer (c_customer_sk);

-- Facts -----------------------------------------------------------------------------------------

CREATE OR REPLACE TABLE inventory (
    inv_date_sk          NUMBER(38,0) NOT NULL,
    inv_item_sk          NUMBER(38,0) NOT NULL,
    inv_warehouse_sk     NUMBER(38,0) NOT NULL,
    inv_quantity_on_hand INTEGER,
    CONSTRAINT pk_inventory PRIMARY KEY (inv_date_sk, inv_item_sk, inv_warehouse_sk)
)
CLUSTER BY (inv_date_sk)
COMMENT = 'Stock of an item in a warehouse, week by week';

ALTER TABLE inventory ADD CONSTRAINT fk_inv_date
    FOREIGN KEY (inv_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE inventory ADD CONSTRAINT fk_inv_item
    FOREIGN KEY (inv_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE inventory ADD CONSTRAINT fk_inv_warehouse
    FOREIGN KEY (inv_warehouse_sk) REFERENCES warehouse (w_warehouse_sk);

CREATE OR REPLACE TABLE store_sales (
    ss_sold_date_sk       NUMBER(38,0),
    ss_sold_time_sk       NUMBER(38,0),
    ss_item_sk            NUMBER(38,0) NOT NULL,
    ss_customer_sk        NUMBER(38,0),
    ss_cdemo_sk           NUMBER(38,0),
    ss_hdemo_sk           NUMBER(38,0),
    ss_addr_sk            NUMBER(38,0),
    ss_store_sk           NUMBER(38,0),
    ss_promo_sk           NUMBER(38,0),
    ss_ticket_number      NUMBER(38,0) NOT NULL COMMENT 'One receipt has many lines',
    ss_quantity           INTEGER,
    ss_wholesale_cost     NUMBER(7,2),
    ss_list_price         NUMBER(7,2),
    ss_sales_price        NUMBER(7,2),
    ss_ext_discount_amt   NUMBER(7,2),
    ss_ext_sales_price    NUMBER(7,2),
    ss_ext_wholesale_cost NUMBER(7,2),
    ss_ext_list_price     NUMBER(7,2),
    ss_ext_tax            NUMBER(7,2),
    ss_coupon_amt         NUMBER(7,2),
    ss_net_paid           NUMBER(7,2),
    ss_net_paid_inc_tax   NUMBER(7,2),
    ss_net_profit         NUMBER(7,2),
    CONSTRAINT pk_store_sales PRIMARY KEY (ss_item_sk, ss_ticket_number)
)
CLUSTER BY (ss_sold_date_sk, ss_item_sk)
COMMENT = 'One line of a receipt in a shop';

ALTER TABLE store_sales ADD CONSTRAINT fk_ss_sold_date
    FOREIGN KEY (ss_sold_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_sold_time
    FOREIGN KEY (ss_sold_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_item
    FOREIGN KEY (ss_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_customer
    FOREIGN KEY (ss_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_cdemo
    FOREIGN KEY (ss_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_hdemo
    FOREIGN KEY (ss_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_addr
    FOREIGN KEY (ss_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_store
    FOREIGN KEY (ss_store_sk) REFERENCES store (s_store_sk);
ALTER TABLE store_sales ADD CONSTRAINT fk_ss_promo
    FOREIGN KEY (ss_promo_sk) REFERENCES promotion (p_promo_sk);

CREATE OR REPLACE TABLE store_returns (
    sr_returned_date_sk   NUMBER(38,0),
    sr_return_time_sk     NUMBER(38,0),
    sr_item_sk            NUMBER(38,0) NOT NULL,
    sr_customer_sk        NUMBER(38,0),
    sr_cdemo_sk           NUMBER(38,0),
    sr_hdemo_sk           NUMBER(38,0),
    sr_addr_sk            NUMBER(38,0),
    sr_store_sk           NUMBER(38,0),
    sr_reason_sk          NUMBER(38,0),
    sr_ticket_number      NUMBER(38,0) NOT NULL,
    sr_return_quantity    INTEGER,
    sr_return_amt         NUMBER(7,2),
    sr_return_tax         NUMBER(7,2),
    sr_return_amt_inc_tax NUMBER(7,2),
    sr_fee                NUMBER(7,2),
    sr_return_ship_cost   NUMBER(7,2),
    sr_refunded_cash      NUMBER(7,2),
    sr_reversed_charge    NUMBER(7,2),
    sr_store_credit       NUMBER(7,2),
    sr_net_loss           NUMBER(7,2),
    CONSTRAINT pk_store_returns PRIMARY KEY (sr_item_sk, sr_ticket_number)
)
CLUSTER BY (sr_returned_date_sk)
COMMENT = 'A receipt line that came back to a shop';

ALTER TABLE store_returns ADD CONSTRAINT fk_sr_returned_date
    FOREIGN KEY (sr_returned_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_return_time
    FOREIGN KEY (sr_return_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_item
    FOREIGN KEY (sr_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_customer
    FOREIGN KEY (sr_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_cdemo
    FOREIGN KEY (sr_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_hdemo
    FOREIGN KEY (sr_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_addr
    FOREIGN KEY (sr_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_store
    FOREIGN KEY (sr_store_sk) REFERENCES store (s_store_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_sr_reason
    FOREIGN KEY (sr_reason_sk) REFERENCES reason (r_reason_sk);
ALTER TABLE store_returns ADD CONSTRAINT fk_store_return_sale
    FOREIGN KEY (sr_item_sk, sr_ticket_number) REFERENCES store_sales (ss_item_sk, ss_ticket_number);

CREATE OR REPLACE TABLE catalog_sales (
    cs_sold_date_sk          NUMBER(38,0),
    cs_sold_time_sk          NUMBER(38,0),
    cs_ship_date_sk          NUMBER(38,0),
    cs_bill_customer_sk      NUMBER(38,0),
    cs_bill_cdemo_sk         NUMBER(38,0),
    cs_bill_hdemo_sk         NUMBER(38,0),
    cs_bill_addr_sk          NUMBER(38,0),
    cs_ship_customer_sk      NUMBER(38,0),
    cs_ship_cdemo_sk         NUMBER(38,0),
    cs_ship_hdemo_sk         NUMBER(38,0),
    cs_ship_addr_sk          NUMBER(38,0),
    cs_call_center_sk        NUMBER(38,0),
    cs_catalog_page_sk       NUMBER(38,0),
    cs_ship_mode_sk          NUMBER(38,0),
    cs_warehouse_sk          NUMBER(38,0),
    cs_item_sk               NUMBER(38,0) NOT NULL,
    cs_promo_sk              NUMBER(38,0),
    cs_order_number          NUMBER(38,0) NOT NULL COMMENT 'One order has many lines',
    cs_quantity              INTEGER,
    cs_wholesale_cost        NUMBER(7,2),
    cs_list_price            NUMBER(7,2),
    cs_sales_price           NUMBER(7,2),
    cs_ext_discount_amt      NUMBER(7,2),
    cs_ext_sales_price       NUMBER(7,2),
    cs_ext_wholesale_cost    NUMBER(7,2),
    cs_ext_list_price        NUMBER(7,2),
    cs_ext_tax               NUMBER(7,2),
    cs_coupon_amt            NUMBER(7,2),
    cs_ext_ship_cost         NUMBER(7,2),
    cs_net_paid              NUMBER(7,2),
    cs_net_paid_inc_tax      NUMBER(7,2),
    cs_net_paid_inc_ship     NUMBER(7,2),
    cs_net_paid_inc_ship_tax NUMBER(7,2),
    cs_net_profit            NUMBER(7,2),
    CONSTRAINT pk_catalog_sales PRIMARY KEY (cs_item_sk, cs_order_number)
)
CLUSTER BY (cs_sold_date_sk, cs_item_sk)
COMMENT = 'One line of a catalog order';

ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_sold_date
    FOREIGN KEY (cs_sold_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_sold_time
    FOREIGN KEY (cs_sold_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_date
    FOREIGN KEY (cs_ship_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_bill_customer
    FOREIGN KEY (cs_bill_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_bill_cdemo
    FOREIGN KEY (cs_bill_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_bill_hdemo
    FOREIGN KEY (cs_bill_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_bill_addr
    FOREIGN KEY (cs_bill_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_customer
    FOREIGN KEY (cs_ship_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_cdemo
    FOREIGN KEY (cs_ship_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_hdemo
    FOREIGN KEY (cs_ship_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_addr
    FOREIGN KEY (cs_ship_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_call_center
    FOREIGN KEY (cs_call_center_sk) REFERENCES call_center (cc_call_center_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_catalog_page
    FOREIGN KEY (cs_catalog_page_sk) REFERENCES catalog_page (cp_catalog_page_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_ship_mode
    FOREIGN KEY (cs_ship_mode_sk) REFERENCES ship_mode (sm_ship_mode_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_warehouse
    FOREIGN KEY (cs_warehouse_sk) REFERENCES warehouse (w_warehouse_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_item
    FOREIGN KEY (cs_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE catalog_sales ADD CONSTRAINT fk_cs_promo
    FOREIGN KEY (cs_promo_sk) REFERENCES promotion (p_promo_sk);

CREATE OR REPLACE TABLE catalog_returns (
    cr_returned_date_sk      NUMBER(38,0),
    cr_returned_time_sk      NUMBER(38,0),
    cr_item_sk               NUMBER(38,0) NOT NULL,
    cr_refunded_customer_sk  NUMBER(38,0),
    cr_refunded_cdemo_sk     NUMBER(38,0),
    cr_refunded_hdemo_sk     NUMBER(38,0),
    cr_refunded_addr_sk      NUMBER(38,0),
    cr_returning_customer_sk NUMBER(38,0),
    cr_returning_cdemo_sk    NUMBER(38,0),
    cr_returning_hdemo_sk    NUMBER(38,0),
    cr_returning_addr_sk     NUMBER(38,0),
    cr_call_center_sk        NUMBER(38,0),
    cr_catalog_page_sk       NUMBER(38,0),
    cr_ship_mode_sk          NUMBER(38,0),
    cr_warehouse_sk          NUMBER(38,0),
    cr_reason_sk             NUMBER(38,0),
    cr_order_number          NUMBER(38,0) NOT NULL,
    cr_return_quantity       INTEGER,
    cr_return_amount         NUMBER(7,2),
    cr_return_tax            NUMBER(7,2),
    cr_return_amt_inc_tax    NUMBER(7,2),
    cr_fee                   NUMBER(7,2),
    cr_return_ship_cost      NUMBER(7,2),
    cr_refunded_cash         NUMBER(7,2),
    cr_reversed_charge       NUMBER(7,2),
    cr_store_credit          NUMBER(7,2),
    cr_net_loss              NUMBER(7,2),
    CONSTRAINT pk_catalog_returns PRIMARY KEY (cr_item_sk, cr_order_number)
)
CLUSTER BY (cr_returned_date_sk)
COMMENT = 'A catalog order line that came back';

ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returned_date
    FOREIGN KEY (cr_returned_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returned_time
    FOREIGN KEY (cr_returned_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_item
    FOREIGN KEY (cr_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_refunded_customer
    FOREIGN KEY (cr_refunded_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_refunded_cdemo
    FOREIGN KEY (cr_refunded_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_refunded_hdemo
    FOREIGN KEY (cr_refunded_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_refunded_addr
    FOREIGN KEY (cr_refunded_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returning_customer
    FOREIGN KEY (cr_returning_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returning_cdemo
    FOREIGN KEY (cr_returning_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returning_hdemo
    FOREIGN KEY (cr_returning_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_returning_addr
    FOREIGN KEY (cr_returning_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_call_center
    FOREIGN KEY (cr_call_center_sk) REFERENCES call_center (cc_call_center_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_catalog_page
    FOREIGN KEY (cr_catalog_page_sk) REFERENCES catalog_page (cp_catalog_page_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_ship_mode
    FOREIGN KEY (cr_ship_mode_sk) REFERENCES ship_mode (sm_ship_mode_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_warehouse
    FOREIGN KEY (cr_warehouse_sk) REFERENCES warehouse (w_warehouse_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_cr_reason
    FOREIGN KEY (cr_reason_sk) REFERENCES reason (r_reason_sk);
ALTER TABLE catalog_returns ADD CONSTRAINT fk_catalog_return_sale
    FOREIGN KEY (cr_item_sk, cr_order_number) REFERENCES catalog_sales (cs_item_sk, cs_order_number);

CREATE OR REPLACE TABLE web_sales (
    ws_sold_date_sk          NUMBER(38,0),
    ws_sold_time_sk          NUMBER(38,0),
    ws_ship_date_sk          NUMBER(38,0),
    ws_item_sk               NUMBER(38,0) NOT NULL,
    ws_bill_customer_sk      NUMBER(38,0),
    ws_bill_cdemo_sk         NUMBER(38,0),
    ws_bill_hdemo_sk         NUMBER(38,0),
    ws_bill_addr_sk          NUMBER(38,0),
    ws_ship_customer_sk      NUMBER(38,0),
    ws_ship_cdemo_sk         NUMBER(38,0),
    ws_ship_hdemo_sk         NUMBER(38,0),
    ws_ship_addr_sk          NUMBER(38,0),
    ws_web_page_sk           NUMBER(38,0),
    ws_web_site_sk           NUMBER(38,0),
    ws_ship_mode_sk          NUMBER(38,0),
    ws_warehouse_sk          NUMBER(38,0),
    ws_promo_sk              NUMBER(38,0),
    ws_order_number          NUMBER(38,0) NOT NULL COMMENT 'One order has many lines',
    ws_quantity              INTEGER,
    ws_wholesale_cost        NUMBER(7,2),
    ws_list_price            NUMBER(7,2),
    ws_sales_price           NUMBER(7,2),
    ws_ext_discount_amt      NUMBER(7,2),
    ws_ext_sales_price       NUMBER(7,2),
    ws_ext_wholesale_cost    NUMBER(7,2),
    ws_ext_list_price        NUMBER(7,2),
    ws_ext_tax               NUMBER(7,2),
    ws_coupon_amt            NUMBER(7,2),
    ws_ext_ship_cost         NUMBER(7,2),
    ws_net_paid              NUMBER(7,2),
    ws_net_paid_inc_tax      NUMBER(7,2),
    ws_net_paid_inc_ship     NUMBER(7,2),
    ws_net_paid_inc_ship_tax NUMBER(7,2),
    ws_net_profit            NUMBER(7,2),
    CONSTRAINT pk_web_sales PRIMARY KEY (ws_item_sk, ws_order_number)
)
CLUSTER BY (ws_sold_date_sk, ws_item_sk)
COMMENT = 'One line of a web order';

ALTER TABLE web_sales ADD CONSTRAINT fk_ws_sold_date
    FOREIGN KEY (ws_sold_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_sold_time
    FOREIGN KEY (ws_sold_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_date
    FOREIGN KEY (ws_ship_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_item
    FOREIGN KEY (ws_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_bill_customer
    FOREIGN KEY (ws_bill_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_bill_cdemo
    FOREIGN KEY (ws_bill_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_bill_hdemo
    FOREIGN KEY (ws_bill_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_bill_addr
    FOREIGN KEY (ws_bill_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_customer
    FOREIGN KEY (ws_ship_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_cdemo
    FOREIGN KEY (ws_ship_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_hdemo
    FOREIGN KEY (ws_ship_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_addr
    FOREIGN KEY (ws_ship_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_web_page
    FOREIGN KEY (ws_web_page_sk) REFERENCES web_page (wp_web_page_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_web_site
    FOREIGN KEY (ws_web_site_sk) REFERENCES web_site (web_site_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_ship_mode
    FOREIGN KEY (ws_ship_mode_sk) REFERENCES ship_mode (sm_ship_mode_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_warehouse
    FOREIGN KEY (ws_warehouse_sk) REFERENCES warehouse (w_warehouse_sk);
ALTER TABLE web_sales ADD CONSTRAINT fk_ws_promo
    FOREIGN KEY (ws_promo_sk) REFERENCES promotion (p_promo_sk);

CREATE OR REPLACE TABLE web_returns (
    wr_returned_date_sk      NUMBER(38,0),
    wr_returned_time_sk      NUMBER(38,0),
    wr_item_sk               NUMBER(38,0) NOT NULL,
    wr_refunded_customer_sk  NUMBER(38,0),
    wr_refunded_cdemo_sk     NUMBER(38,0),
    wr_refunded_hdemo_sk     NUMBER(38,0),
    wr_refunded_addr_sk      NUMBER(38,0),
    wr_returning_customer_sk NUMBER(38,0),
    wr_returning_cdemo_sk    NUMBER(38,0),
    wr_returning_hdemo_sk    NUMBER(38,0),
    wr_returning_addr_sk     NUMBER(38,0),
    wr_web_page_sk           NUMBER(38,0),
    wr_reason_sk             NUMBER(38,0),
    wr_order_number          NUMBER(38,0) NOT NULL,
    wr_return_quantity       INTEGER,
    wr_return_amt            NUMBER(7,2),
    wr_return_tax            NUMBER(7,2),
    wr_return_amt_inc_tax    NUMBER(7,2),
    wr_fee                   NUMBER(7,2),
    wr_return_ship_cost      NUMBER(7,2),
    wr_refunded_cash         NUMBER(7,2),
    wr_reversed_charge       NUMBER(7,2),
    wr_account_credit        NUMBER(7,2),
    wr_net_loss              NUMBER(7,2),
    CONSTRAINT pk_web_returns PRIMARY KEY (wr_item_sk, wr_order_number)
)
CLUSTER BY (wr_returned_date_sk)
COMMENT = 'A web order line that came back';

ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returned_date
    FOREIGN KEY (wr_returned_date_sk) REFERENCES date_dim (d_date_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returned_time
    FOREIGN KEY (wr_returned_time_sk) REFERENCES time_dim (t_time_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_item
    FOREIGN KEY (wr_item_sk) REFERENCES item (i_item_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_refunded_customer
    FOREIGN KEY (wr_refunded_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_refunded_cdemo
    FOREIGN KEY (wr_refunded_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_refunded_hdemo
    FOREIGN KEY (wr_refunded_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_refunded_addr
    FOREIGN KEY (wr_refunded_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returning_customer
    FOREIGN KEY (wr_returning_customer_sk) REFERENCES customer (c_customer_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returning_cdemo
    FOREIGN KEY (wr_returning_cdemo_sk) REFERENCES customer_demographics (cd_demo_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returning_hdemo
    FOREIGN KEY (wr_returning_hdemo_sk) REFERENCES household_demographics (hd_demo_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_returning_addr
    FOREIGN KEY (wr_returning_addr_sk) REFERENCES customer_address (ca_address_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_web_page
    FOREIGN KEY (wr_web_page_sk) REFERENCES web_page (wp_web_page_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_wr_reason
    FOREIGN KEY (wr_reason_sk) REFERENCES reason (r_reason_sk);
ALTER TABLE web_returns ADD CONSTRAINT fk_web_return_sale
    FOREIGN KEY (wr_item_sk, wr_order_number) REFERENCES web_sales (ws_item_sk, ws_order_number);
