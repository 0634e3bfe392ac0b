import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { dialectMacros, type QueryDialect, translateSql } from "../../lib/query/mod.ts";

/** An engine that was told of a dialect as a session of dw-sim is. */
export interface DialectSession {
  readonly connection: DuckDBConnection;
  /** Translates, runs, and gives the rows as texts; NULL is null. */
  readonly ask: (sql: string) => Promise<readonly (readonly (string | null)[])[]>;
  readonly close: () => void;
}

/** Opens an engine in memory for a dialect. */
export async function openDialect(dialect: QueryDialect): Promise<DialectSession> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const statement of dialectMacros(dialect)) await connection.run(statement);
  return {
    connection,
    ask: async (sql) => {
      const translated = await translateSql(sql, { dialect });
      const result = await connection.run(translated.sql);
      const rows: (string | null)[][] = [];
      for (let i = 0; i < result.chunkCount; i++) {
        for (const row of result.getChunk(i).getRows()) {
          rows.push(row.map((value) => value === null ? null : String(value)));
        }
      }
      return rows;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
