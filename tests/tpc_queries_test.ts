import assert from "node:assert/strict";
import { AppContext, generate, importDdl } from "../lib/app/mod.ts";
import { sameAnswer, writtenRows } from "./dialects/expression_cases.ts";
import { type DialectSession, openDialect } from "./dialects/open_dialect.ts";
import { withFolder } from "./_run_cli.ts";

const ROWS = 2000;

/** What the queries of TPC-DS are cut to. */
const LIMIT = 100;

/** The mean of whole numbers is a whole number in Redshift, and has decimals in Snowflake. */
const MEANS_DIFFER: ReadonlySet<string> = new Set(
  ["07", "22", "26", "27", "39"].map((number) => `tpcds/${number}.sql`),
);

for (const [kind, count] of [["tpch", 22], ["tpcds", 99]] as const) {
  Deno.test(`${count} of ${count} queries of ${kind} run in Redshift and in Snowflake, and agree`, async () => {
    await withFolder(async (home) => {
      const files = await makeData(home, kind);
      const redshift = await openTables("redshift", files);
      const snowflake = await openTables("snowflake", files);
      const names = [...Deno.readDirSync(queries(kind, "redshift"))].map(({ name }) => name);
      assert.equal(names.length, count);
      for (const name of names.toSorted()) {
        const first = await rowsOf(redshift, kind, { dialect: "redshift", name });
        const second = await rowsOf(snowflake, kind, { dialect: "snowflake", name });
        if (MEANS_DIFFER.has(`${kind}/${name}`)) continue;
        const agree = sameAnswer(first, second) || nearAnswer(first, second);
        assert.ok(agree, `${kind} ${name}:\n${first}\n${second}`);
      }
      redshift.close();
      snowflake.close();
    });
  });
}

/** Redshift cuts means and quotients of decimals to a scale, where Snowflake has six more digits. */
function nearAnswer(first: string, second: string): boolean {
  const cells = (rows: string) => rows.split(" ; ").flatMap((row) => row.split(" | "));
  const [found, wanted] = [cells(first), cells(second)];
  return found.length === wanted.length && found.every((cell, i) => {
    const [a, b] = [Number(cell), Number(wanted[i])];
    return cell === wanted[i] || Math.abs(a - b) <= 0.0101 + 1e-4 * Math.abs(b);
  });
}

/**
 * Days that follow each other: what is generated are dates, months and week days that know nothing
 * of each other, and TPC-DS 6 asks for the one number of a month.
 */
const DAY = "(DATE '1998-01-01' + CAST(d_date_sk % 2191 AS INTEGER))";
const CALENDAR: readonly string[] = [
  `${DAY} AS d_date`,
  `year(${DAY}) AS d_year`,
  `month(${DAY}) AS d_moy`,
  `day(${DAY}) AS d_dom`,
  `quarter(${DAY}) AS d_qoy`,
  `date_part('dow', ${DAY}) AS d_dow`,
  `(year(${DAY}) - 1900) * 12 + month(${DAY}) - 1 AS d_month_seq`,
  `date_diff('day', DATE '1900-01-01', ${DAY}) // 7 AS d_week_seq`,
  `dayname(${DAY}) AS d_day_name`,
  `year(${DAY}) || 'Q' || quarter(${DAY}) AS d_quarter_name`,
];

type Kind = "tpcds" | "tpch";

function queries(kind: Kind, dialect: string): URL {
  return new URL(`golden/queries/${kind}/${dialect}/`, import.meta.url);
}

async function makeData(home: string, kind: Kind): Promise<ReadonlyMap<string, string>> {
  using context = new AppContext({ flag: home });
  const source = `${kind}_redshift.sql`;
  const text = await Deno.readTextFile(new URL(`../examples/${source}`, import.meta.url));
  const { schema } = importDdl(context, text, { name: kind, dialect: "redshift", source });
  const { run } = await generate(context, kind, { seed: 7, rows: { everyTable: ROWS } });
  return new Map(schema.tables.map(({ name }) => [name, `${run.outputPath}/${name}/*.parquet`]));
}

async function openTables(
  dialect: "redshift" | "snowflake",
  files: ReadonlyMap<string, string>,
): Promise<DialectSession> {
  const session = await openDialect(dialect);
  for (const [name, path] of files) {
    const columns = name === "date_dim" ? `* REPLACE (${CALENDAR.join(", ")})` : "*";
    await session.connection.run(
      `CREATE VIEW ${name} AS SELECT ${columns} FROM read_parquet('${path}')`,
    );
  }
  return session;
}

interface Query {
  readonly dialect: "redshift" | "snowflake";
  readonly name: string;
}

/** Rows in an order of their own: where keys tie, each dialect's plan may give another. */
async function rowsOf(session: DialectSession, kind: Kind, { dialect, name }: Query) {
  const sql = await Deno.readTextFile(new URL(name, queries(kind, dialect)));
  const rows = await session.ask(sql).catch((error) => {
    throw new Error(`${kind} ${dialect} ${name} does not run`, { cause: error });
  });
  // Which of the rows that tie a limit keeps is nobody's promise.
  if (rows.length === LIMIT) return `${LIMIT} rows`;
  return writtenRows(rows.toSorted((a, b) => sortKey(a) < sortKey(b) ? -1 : 1));
}

/** A sum of doubles depends on the order of its terms in its last digits. */
function sortKey(row: readonly (string | null)[]): string {
  return row.map((value) =>
    value === null || value.trim() === "" || Number.isNaN(Number(value))
      ? value
      : Number(value).toPrecision(6)
  ).join("|");
}
