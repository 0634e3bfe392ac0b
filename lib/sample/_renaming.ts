import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { type Column, plainName, type Table } from "../schema/mod.ts";

/** Turns the names of files and their columns into names that a schema may have, everywhere. */
export class Renaming {
  readonly diagnostics: Diagnostic[] = [];
  readonly #quoted: boolean;

  constructor({ quoted }: { readonly quoted: boolean }) {
    this.#quoted = quoted;
  }

  tables(tables: readonly Table[]): readonly Table[] {
    const tableNames = this.#names(tables.map(({ name }) => name), "table");
    const columnNames = new Map(
      tables.map((table) => {
        const names = table.columns.map(({ name }) => name);
        return [table.name, this.#names(names, "column")] as const;
      }),
    );
    return tables.map((table) => {
      const own = columnNames.get(table.name)!;
      const rename = (name: string) => own.get(name) ?? name;
      return {
        ...table,
        name: tableNames.get(table.name)!,
        columns: table.columns.map((column): Column => ({ ...column, name: rename(column.name) })),
        primaryKey: table.primaryKey.map(rename),
        foreignKeys: table.foreignKeys.map((key) => ({
          columns: key.columns.map(rename),
          referencesTable: tableNames.get(key.referencesTable)!,
          referencesColumns: key.referencesColumns.map((name) =>
            columnNames.get(key.referencesTable)!.get(name) ?? name
          ),
        })),
      };
    });
  }

  /** New names by old ones, no two alike. */
  #names(names: readonly string[], what: string): ReadonlyMap<string, string> {
    const taken = new Set<string>();
    return new Map(names.map((name) => {
      const plain = plainName(name, { quoted: this.#quoted });
      let changed = plain;
      for (let number = 2; taken.has(changed.toLowerCase()); number++) {
        changed = `${plain}_${number}`;
      }
      taken.add(changed.toLowerCase());
      if (changed !== name) {
        this.diagnostics.push(diagnostic("SAMPLE_NAME_CHANGED", { what, name, changed }));
      }
      return [name, changed] as const;
    }));
  }
}
