CREATE TABLE public.lineitem (
    l_orderkey bigint NOT NULL ENCODE az64,
    l_partkey bigint ENCODE az64
    distkey,
    l_quantity numeric(12,2) ENCODE az64,
    l_flag character(1) ENCODE lzo,
    l_comment character varying(44) ENCODE lzo,
    l_shipdate date ENCODE raw,
    l_at timestamp without time zone DEFAULT ('now'::text)::timestamp without time zone NOT NULL ENCODE az64,
    PRIMARY KEY (l_orderkey)
)
DISTSTYLE KEY
SORTKEY ( l_shipdate );
