/**
 * Prints how long DDL of many tables takes to import: `deno run bench/import_ddl.ts [tables]`.
 */
import { cpuUsage } from "node:process";
import { importDdl } from "../lib/ddl/mod.ts";

const tableCount = Number(Deno.args[0] ?? 2_000);
const text = Array.from({ length: tableCount }, (_, index) => tableText(index)).join("\n");
const before = cpuUsage();
const { schema, diagnostics } = importDdl(text, { name: "bench", dialect: "redshift" });
const { user, system } = cpuUsage(before);
print(`tables         ${schema?.tables.length}`);
print(`findings       ${diagnostics.length}`);
print(`text           ${(text.length / 1e6).toFixed(2)} MB`);
print(`processor      ${((user + system) / 1e3).toFixed(0)} ms, collecting garbage included`);
print(`resident size  ${(Deno.memoryUsage().rss / 1e6).toFixed(0)} MB`);

function print(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
}

/** A fact table as warehouses have them: 26 columns, keys, encodings, comments, a grant. */
function tableText(index: number): string {
  const name = `analytics.fact_table_${index}`;
  const attributes = Array.from(
    { length: 12 },
    (_, place) => `  attribute_${place} VARCHAR(${place * 10 + 10}) ENCODE zstd`,
  );
  return `-- table number ${index}
CREATE TABLE IF NOT EXISTS ${name} (
  id BIGINT IDENTITY(1,1) NOT NULL ENCODE az64,
  parent_id BIGINT NOT NULL DISTKEY REFERENCES analytics.fact_table_${Math.max(0, index - 1)} (id),
  order_number VARCHAR(64) DEFAULT 'unknown'::character varying NOT NULL ENCODE lzo,
  status CHAR(2) DEFAULT 'NA' ENCODE bytedict,
  amount DECIMAL(18,4) DEFAULT 0.00 NOT NULL,
  tax NUMERIC(12,2),
  discount NUMERIC(12,2),
  shipping NUMERIC(12,2),
  email CHARACTER VARYING(256) ENCODE zstd,
  description VARCHAR(MAX),
  created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT getdate() NOT NULL SORTKEY,
  updated_at TIMESTAMPTZ,
  is_active BOOLEAN DEFAULT true NOT NULL,
  payload SUPER,
${attributes.join(",\n")},
  CONSTRAINT pk_${index} PRIMARY KEY (id),
  UNIQUE (order_number, parent_id)
) DISTSTYLE KEY;
COMMENT ON TABLE ${name} IS 'It''s table ${index}';
COMMENT ON COLUMN ${name}.email IS 'mail';
GRANT SELECT ON ${name} TO GROUP readers;
`;
}
