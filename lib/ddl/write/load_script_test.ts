import { deepEqual, equal, match } from "node:assert/strict";
import { importDdl, loadScript, type LoadScriptOptions } from "../mod.ts";

const DDL = `
CREATE TABLE sales.stores (
  id BIGINT IDENTITY(1,1) PRIMARY KEY, doc SUPER, "Ref" VARCHAR(36) ENCODE zstd
) DISTSTYLE ALL SORTKEY (id);
CREATE TABLE sales.receipts (
  store_id BIGINT NOT NULL REFERENCES sales.stores (id), number INT, at TIME,
  PRIMARY KEY (store_id, number)
) DISTKEY (store_id);
COMMENT ON TABLE sales.receipts IS 'one a sale';`;

const schema = importDdl(DDL, { name: "shop", dialect: "redshift" }).schema!;
const FILES: Omit<LoadScriptOptions, "dialect"> = {
  ...{ format: "parquet", compression: "none", ending: ".parquet", folderName: (table) => table },
};

Deno.test("a load script for Redshift makes the tables, then copies parents before children", () => {
  const text = loadScript(schema, { ...FILES, dialect: "redshift", location: "s3://lake/shop/" });
  match(text, /CREATE TABLE sales\.receipts \(\n {2}_row_id +BIGINT +NOT NULL,/);
  match(text, /PRIMARY KEY \(store_id, number\)/);
  match(text, /DISTSTYLE ALL\nSORTKEY \(id\);/);
  match(text, /COMMENT ON TABLE sales\.receipts IS 'one a sale';/);
  equal(text.indexOf("COPY sales.stores") < text.indexOf("COPY sales.receipts"), true);
  match(
    text,
    /COPY sales\.receipts \(_row_id, store_id, number, at\)\nFROM 's3:\/\/lake\/shop\/receipts\/'/,
  );
  match(text, /IAM_ROLE 'arn:aws:iam::REPLACE-WITH-ACCOUNT:role\/REPLACE-WITH-ROLE'/);
  match(text, /FORMAT AS PARQUET SERIALIZETOJSON EXPLICIT_IDS;/);
  match(text, /-- Redshift may not read at from Parquet/);
});

Deno.test("what was added for composite keys is loaded and then dropped, unless it is to stay", () => {
  for (const dialect of ["redshift", "snowflake"] as const) {
    const text = loadScript(schema, { ...FILES, dialect });
    match(text, /ALTER TABLE sales\.receipts DROP COLUMN _row_id;\n$/i);
    equal(text.indexOf("ALTER TABLE") > text.lastIndexOf("COPY"), true);
    const kept = loadScript(schema, { ...FILES, dialect, withSurrogates: true });
    equal(/DROP COLUMN/.test(kept), false);
    match(kept, /_row_id +(?:BIGINT|NUMBER\S*) +NOT NULL UNIQUE/i);
  }
});

Deno.test("a load script for Redshift unpacks text files as they were packed", () => {
  const csv = { ...FILES, format: "csv", compression: "gzip", ending: ".csv.gz" } as const;
  const text = loadScript(schema, { ...csv, dialect: "redshift" });
  match(text, /FORMAT AS CSV IGNOREHEADER 1 .* GZIP EXPLICIT_IDS;/);
  match(text, /s3:\/\/REPLACE-WITH-YOUR-BUCKET/);
});

Deno.test("a load script for Snowflake loads by name, and parses JSON where there is some", () => {
  const text = loadScript(schema, { ...FILES, dialect: "snowflake", location: "@lab/shop" });
  match(text, /PUT 'file:\/\/\/path\/to\/DIR\/stores\/\*' '@lab\/shop\/stores\/'/);
  match(
    text,
    /FROM \(SELECT \$1:"id", PARSE_JSON\(\$1:"doc"\), \$1:"Ref" FROM '@lab\/shop\/stores\/'\)/,
  );
  match(text, /COPY INTO SALES\.RECEIPTS\nFROM '@lab\/shop\/receipts\/'\n/);
  match(text, /MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE ON_ERROR = ABORT_STATEMENT;/);
  const outside = loadScript(schema, { ...FILES, dialect: "snowflake", location: "s3://lake/x" });
  match(outside, /URL = 's3:\/\/lake\/x\/'\n {2}STORAGE_INTEGRATION = REPLACE_WITH/);
  equal(outside.includes("PUT "), false);
});

Deno.test("the tables of a load script have the columns of the files, in their order", () => {
  for (const dialect of ["redshift", "snowflake"] as const) {
    const text = loadScript(schema, { ...FILES, dialect, withSurrogates: true });
    const again = importDdl(text, { name: "shop", dialect }).schema!;
    const columns = (from: typeof schema) =>
      from.tables.map((table) => table.columns.map(({ name }) => name.toLowerCase()));
    deepEqual(columns(again), columns(schema));
  }
});
