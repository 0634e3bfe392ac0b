import type { Dialect, Table } from "../../schema/mod.ts";
import type { WriteDialect } from "./write_dialect.ts";

/** Writes names as one engine wants them. */
export interface NameWriter {
  /** @returns The name as SQL, quoted where it must be. */
  sql(name: string): string;
  /** @returns The name as the engine will keep it. */
  kept(name: string): string;
  /** @returns `schema.table`, or the table alone. */
  table(table: Pick<Table, "name" | "schemaName" | "nameInSchema">): string;
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Makes the writer of a schema's names for an engine. A name that needed no quotes where it comes
 * from needs none where it goes: `ORDERS` of Snowflake is `orders` in PostgreSQL.
 *
 * @param from The dialect the schema follows; undefined for a hand-written one.
 * @param to The engine.
 */
export function nameWriter(from: Dialect | undefined, to: WriteDialect): NameWriter {
  const isRegular = (name: string) =>
    PLAIN.test(name) && (from === undefined || name === fold(name, FOLDS[from]));
  const kept = (name: string) => isRegular(name) ? fold(name, to.foldsTo) : name;
  const sql = (name: string) => {
    const bare = isRegular(name) && !to.reservedWords.has(name.toUpperCase());
    return bare ? kept(name) : quoted(kept(name));
  };
  return {
    sql,
    kept,
    table: ({ name, schemaName, nameInSchema = name }) =>
      schemaName === undefined ? sql(name) : `${sql(schemaName)}.${sql(nameInSchema)}`,
  };
}

const FOLDS: Readonly<Record<Dialect, "upper" | "lower">> = {
  redshift: "lower",
  snowflake: "upper",
  postgres: "lower",
};

function fold(name: string, to: WriteDialect["foldsTo"]): string {
  if (to === "none") return name;
  return to === "upper" ? name.toUpperCase() : name.toLowerCase();
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
