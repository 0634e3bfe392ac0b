-- TPC-H in Amazon Redshift: 8 tables, 61 columns, every key of the specification.
--
-- Orders and their lines share a distribution key, as parts and their suppliers do; nations and
-- regions live on every node. Redshift declares keys and does not enforce them: the generator is
-- what makes them hold.

CREATE TABLE region (
    r_regionkey INTEGER      ENCODE raw  NOT NULL,
    r_name      CHAR(25)     ENCODE lzo  NOT NULL,
    r_comment   VARCHAR(152) ENCODE zstd,
    PRIMARY KEY (r_regionkey)
)
DISTSTYLE ALL SORTKEY (r_regionkey);

CREATE TABLE nation (
    n_nationkey INTEGER      ENCODE raw  NOT NULL,
    n_name      CHAR(25)     ENCODE lzo  NOT NULL,
    n_regionkey INTEGER      ENCODE az64 NOT NULL,
    n_comment   VARCHAR(152) ENCODE zstd,
    PRIMARY KEY (n_nationkey),
    FOREIGN KEY (n_regionkey) REFERENCES region (r_regionkey)
)
DISTSTYLE ALL SORTKEY (n_nationkey);

CREATE TABLE supplier (
    s_suppkey   INTEGER       ENCODE raw  NOT NULL,
    s_name      CHAR(25)      ENCODE lzo  NOT NULL,
    s_address   VARCHAR(40)   ENCODE zstd NOT NULL,
    s_nationkey INTEGER       ENCODE az64 NOT NULL,
    s_phone     CHAR(15)      ENCODE lzo  NOT NULL,
    s_acctbal   DECIMAL(15,2) ENCODE az64 NOT NULL,
    s_comment   VARCHAR(101)  ENCODE zstd NOT NULL,
    PRIMARY KEY (s_suppkey),
    FOREIGN KEY (s_nationkey) REFERENCES nation (n_nationkey)
)
DISTSTYLE ALL SORTKEY (s_suppkey);

CREATE TABLE customer (
    c_custkey    BIGINT        ENCODE raw      NOT NULL DISTKEY SORTKEY,
    c_name       VARCHAR(25)   ENCODE zstd     NOT NULL,
    c_address    VARCHAR(40)   ENCODE zstd     NOT NULL,
    c_nationkey  INTEGER       ENCODE az64     NOT NULL,
    c_phone      CHAR(15)      ENCODE lzo      NOT NULL,
    c_acctbal    DECIMAL(15,2) ENCODE az64     NOT NULL,
    c_mktsegment CHAR(10)      ENCODE bytedict NOT NULL,
    c_comment    VARCHAR(117)  ENCODE zstd     NOT NULL,
    PRIMARY KEY (c_custkey),
    FOREIGN KEY (c_nationkey) REFERENCES nation (n_nationkey)
);

CREATE TABLE part (
    p_partkey     BIGINT        ENCODE raw      NOT NULL DISTKEY SORTKEY,
    p_name        VARCHAR(55)   ENCODE zstd     NOT NULL,
    p_mfgr        CHAR(25)      ENCODE bytedict NOT NULL,
    p_brand       CHAR(10)      ENCODE bytedict NOT NULL,
    p_type        VARCHAR(25)   ENCODE bytedict NOT NULL,
    p_size        INTEGER       ENCODE az64     NOT NULL,
    p_container   CHAR(10)      ENCODE bytedict NOT NULL,
    p_retailprice DECIMAL(15,2) ENCODE az64     NOT NULL,
    p_comment     VARCHAR(23)   ENCODE zstd     NOT NULL,
    PRIMARY KEY (p_partkey)
);

-- Which supplier delivers which part.
CREATE TABLE partsupp (
    ps_partkey    BIGINT        ENCODE raw  NOT NULL,
    ps_suppkey    INTEGER       ENCODE az64 NOT NULL,
    ps_availqty   INTEGER       ENCODE az64 NOT NULL,
    ps_supplycost DECIMAL(15,2) ENCODE az64 NOT NULL,
    ps_comment    VARCHAR(199)  ENCODE zstd NOT NULL,
    PRIMARY KEY (ps_partkey, ps_suppkey),
    FOREIGN KEY (ps_partkey) REFERENCES part (p_partkey),
    FOREIGN KEY (ps_suppkey) REFERENCES supplier (s_suppkey)
)
DISTSTYLE KEY DISTKEY (ps_partkey) SORTKEY (ps_partkey);

CREATE TABLE orders (
    o_orderkey      BIGINT        ENCODE az64     NOT NULL,
    o_custkey       BIGINT        ENCODE az64     NOT NULL,
    o_orderstatus   CHAR(1)       ENCODE bytedict NOT NULL,
    o_totalprice    DECIMAL(15,2) ENCODE az64     NOT NULL,
    o_orderdate     DATE          ENCODE raw      NOT NULL,
    o_orderpriority CHAR(15)      ENCODE bytedict NOT NULL,
    o_clerk         CHAR(15)      ENCODE lzo      NOT NULL,
    o_shippriority  INTEGER       ENCODE az64     NOT NULL,
    o_comment       VARCHAR(79)   ENCODE zstd     NOT NULL,
    PRIMARY KEY (o_orderkey),
    FOREIGN KEY (o_custkey) REFERENCES customer (c_custkey)
)
DISTSTYLE KEY DISTKEY (o_orderkey) COMPOUND SORTKEY (o_orderdate, o_orderkey);

-- A line names a part and a supplier who delivers it: the pair is a row of partsupp.
CREATE TABLE lineitem (
    l_orderkey      BIGINT        ENCODE az64     NOT NULL,
    l_partkey       BIGINT        ENCODE az64     NOT NULL,
    l_suppkey       INTEGER       ENCODE az64     NOT NULL,
    l_linenumber    INTEGER       ENCODE az64     NOT NULL,
    l_quantity      DECIMAL(15,2) ENCODE az64     NOT NULL,
    l_extendedprice DECIMAL(15,2) ENCODE az64     NOT NULL,
    l_discount      DECIMAL(15,2) ENCODE az64     NOT NULL,
    l_tax           DECIMAL(15,2) ENCODE az64     NOT NULL,
    l_returnflag    CHAR(1)       ENCODE bytedict NOT NULL,
    l_linestatus    CHAR(1)       ENCODE bytedict NOT NULL,
    l_shipdate      DATE          ENCODE raw      NOT NULL,
    l_commitdate    DATE          ENCODE az64     NOT NULL,
    l_receiptdate   DATE          ENCODE az64     NOT NULL,
    l_shipinstruct  CHAR(25)      ENCODE bytedict NOT NULL,
    l_shipmode      CHAR(10)      ENCODE bytedict NOT NULL,
    l_comment       VARCHAR(44)   ENCODE zstd     NOT NULL,
    PRIMARY KEY (l_orderkey, l_linenumber),
    FOREIGN KEY (l_orderkey) REFERENCES orders (o_orderkey),
    FOREIGN KEY (l_partkey) REFERENCES part (p_partkey),
    FOREIGN KEY (l_suppkey) REFERENCES supplier (s_suppkey),
    FOREIGN KEY (l_partkey, l_suppkey) REFERENCES partsupp (ps_partkey, ps_suppkey)
)
DISTSTYLE KEY DISTKEY (l_orderkey) COMPOUND SORTKEY (l_shipdate, l_orderkey);
