/**
 * Words that cannot name a table or column unless they are quoted. PostgreSQL's and DuckDB's lists
 * are what the engines themselves answer; tests ask them.
 */
export const POSTGRES_WORDS: ReadonlySet<string> = words(
  "all analyse analyze and any array as asc asymmetric authorization binary both case cast check " +
    "collate collation column concurrently constraint create cross current_catalog current_date " +
    "current_role current_schema current_time current_timestamp current_user default deferrable " +
    "desc distinct do else end except false fetch for foreign freeze from full grant group having " +
    "ilike in initially inner intersect into is isnull join lateral leading left like limit " +
    "localtime localtimestamp natural not notnull null offset on only or order outer overlaps " +
    "placing primary references returning right select session_user similar some symmetric table " +
    "system_user tablesample then to trailing true union unique user using variadic verbose when " +
    "where window with",
);

export const DUCKDB_WORDS: ReadonlySet<string> = words(
  "all analyse analyze and anti any array as asc asof asymmetric at authorization binary both by " +
    "case cast check collate collation column columns concurrently constraint create cross " +
    "default deferrable desc describe distinct do else end except false fetch for foreign freeze " +
    "from full generated glob group having ilike in initially inner intersect into is isnull join " +
    "lambda lateral leading left like limit map natural not notnull null offset on only or order " +
    "outer overlaps pivot pivot_longer pivot_wider placing positional primary qualify references " +
    "returning right select semi show similar some struct summarize symmetric table tablesample " +
    "then to trailing true try_cast union unique unpack unpivot using variadic verbose when where " +
    "window with",
);

/** Spec: Amazon Redshift Database Developer Guide, Reserved words; and QUALIFY, a clause since. */
export const REDSHIFT_WORDS: ReadonlySet<string> = words(
  "aes128 aes256 all allowoverwrite analyse analyze and any array as asc authorization az64 backup " +
    "between binary blanksasnull both bytedict bzip2 case cast check collate column constraint " +
    "create credentials cross current_date current_time current_timestamp current_user " +
    "current_user_id default deferrable deflate defrag delta delta32k desc disable distinct do " +
    "else emptyasnull enable encode encrypt encryption end except explicit false for foreign " +
    "freeze from full globaldict256 globaldict64k grant group gzip having identity ignore ilike " +
    "in initially inner intersect interval into is isnull join leading left like limit localtime " +
    "localtimestamp lun luns lzo lzop minus mostly16 mostly32 mostly8 natural new not notnull " +
    "null nulls off offline offset oid old on only open or order outer overlaps parallel " +
    "partition percent permissions pivot placing primary qualify raw readratio recover " +
    "references rejectlog resort respect restore right select session_user similar snapshot some " +
    "sysdate system table tag tdes text255 text32k then timestamp to top trailing true " +
    "truncatecolumns union unique unnest unpivot user using verbose wallet when where with " +
    "without",
);

/** Spec: Snowflake SQL reference, Reserved & limited keywords. */
export const SNOWFLAKE_WORDS: ReadonlySet<string> = words(
  "account all alter and any as asc between by case cast check column connect connection " +
    "constraint create cross current current_date current_time current_timestamp current_user " +
    "database delete desc distinct drop else exists false following for from full grant group " +
    "gscluster having ilike in increment inner insert intersect into is issue join lateral left " +
    "like localtime localtimestamp minus natural not null of on or order organization qualify " +
    "regexp revoke right rlike row rows sample schema select set some start table tablesample " +
    "then to trigger true try_cast union unique update using values view when whenever where with",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.toUpperCase().split(" "));
}
