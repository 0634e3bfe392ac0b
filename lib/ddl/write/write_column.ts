import type { Column, Table } from "../../schema/mod.ts";
import type { DdlWriting } from "./ddl_writing.ts";
import type { ColumnClause } from "./write_dialect.ts";
import { writeDefault } from "./write_default.ts";
import { writeLiteral } from "./_write_literal.ts";
import { writeProperties } from "./write_properties.ts";
import { typeCounts, writeType } from "./write_type.ts";

/** A column, and what is said elsewhere of it. */
export interface ColumnToWrite {
  readonly column: Column;
  readonly table: Table;
  /** Whether UNIQUE stands at the column. */
  readonly saysUnique: boolean;
}

/**
 * Writes one line of CREATE TABLE.
 *
 * @returns The parts, to be laid out: name, type, and the rest.
 */
export function writeColumn(
  { column, table, saysUnique }: ColumnToWrite,
  writing: DdlWriting,
): readonly [name: string, type: string, rest: string] {
  const { rules, names } = writing;
  const rest = rules.columnClauses.flatMap((clause) =>
    writeClause(clause, { column, table, saysUnique }, writing)
  );
  return [names.sql(column.name), writeType(column, table, writing), rest.join(" ")];
}

function writeClause(
  clause: ColumnClause,
  { column, table, saysUnique }: ColumnToWrite,
  writing: DdlWriting,
): readonly string[] {
  const { rules } = writing;
  switch (clause) {
    case "not_null":
      return column.nullable ? [] : ["NOT NULL"];
    case "unique":
      return saysUnique ? ["UNIQUE"] : [];
    case "default": {
      const expression = writeDefault(column, writing);
      return expression === null ? [] : [`DEFAULT ${expression}`];
    }
    case "identity":
      if (column.identity === undefined || typeCounts(column, writing)) return [];
      return [
        rules.name === "duckdb"
          ? `DEFAULT nextval(${writeLiteral(sequenceName(table, column, writing), rules)})`
          : rules.identityText(column.identity),
      ];
    case "comment":
      return column.comment ? [`COMMENT ${writeLiteral(column.comment, rules)}`] : [];
    case "properties":
      return writeProperties(column.properties, "column", writing);
  }
}

/** The sequence that fills an identity column of DuckDB, as SQL. */
export function sequenceName(table: Table, column: Column, { names }: DdlWriting): string {
  return names.sql(`${table.name}_${column.name}_seq`);
}
