import type { Dialect, ExperimentSchema } from "../../schema/mod.ts";
import { type NameWriter, nameWriter } from "./name_writer.ts";
import type { OriginalTable } from "./original_table.ts";
import type { DdlDialect, WriteDialect } from "./write_dialect.ts";
import { WRITE_DIALECTS } from "./dialects/mod.ts";

/**
 * What the DDL is for:
 *
 * - `definition`: the tables as they were declared, everything that can be said included.
 * - `load`: tables that files can be loaded into; what computes, refuses or hides rows is left out.
 * - `data`: columns, keys and comments, with types of the engine's core that hold what the files
 *   hold; no defaults and no physical properties, so that it works in any database.
 */
export type DdlPurpose = "definition" | "load" | "data";

/** What everything that writes a piece of DDL knows. */
export interface DdlWriting {
  readonly rules: WriteDialect;
  readonly names: NameWriter;
  readonly purpose: DdlPurpose;
  /** The dialect the schema follows. */
  readonly source: Dialect | undefined;
  /** The same, where what was kept as text can be written back as it stands. */
  readonly own: Dialect | null;
  /** By name in lower case. */
  readonly tables: ReadonlyMap<string, OriginalTable>;
}

export function beginWriting(
  schema: ExperimentSchema,
  tables: readonly OriginalTable[],
  { dialect, purpose }: { readonly dialect: DdlDialect; readonly purpose: DdlPurpose },
): DdlWriting {
  const rules = WRITE_DIALECTS[dialect];
  return {
    rules,
    names: nameWriter(schema.dialect, rules),
    purpose,
    source: schema.dialect,
    own: schema.dialect !== undefined && schema.dialect === dialect && purpose !== "data"
      ? schema.dialect
      : null,
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), table])),
  };
}
