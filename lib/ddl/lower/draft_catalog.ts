import type { ParsedTable, ParsedType, QualifiedName } from "../reader/parsed.ts";

/** A type that the file itself defines. */
export type UserType =
  | { readonly kind: "enum"; readonly labels: readonly string[] }
  | { readonly kind: "domain"; readonly type: ParsedType; readonly notNull: boolean };

/** The tables and types that exist at one point of a file. */
export class DraftCatalog {
  readonly #tables = new Map<string, ParsedTable>();
  /** By last part of the name in lower case; several schemas may use the same. */
  readonly #byName = new Map<string, ParsedTable[]>();
  /** Tables by the names they had. */
  readonly #renamed = new Map<string, ParsedTable>();
  readonly #types = new Map<string, UserType>();

  get tables(): Iterable<ParsedTable> {
    return this.#tables.values();
  }

  get names(): Iterable<string> {
    return this.#tables.keys();
  }

  /** The table of exactly this name. */
  get(name: QualifiedName): ParsedTable | undefined {
    return this.#tables.get(keyOf(name.parts));
  }

  add(table: ParsedTable): void {
    this.#tables.set(keyOf(table.name.parts), table);
    const lowerName = table.name.name.toLowerCase();
    const namesakes = this.#byName.get(lowerName);
    if (namesakes === undefined) this.#byName.set(lowerName, [table]);
    else namesakes.push(table);
  }

  remove(table: ParsedTable): void {
    this.#tables.delete(keyOf(table.name.parts));
    const namesakes = this.#byName.get(table.name.name.toLowerCase()) ?? [];
    const at = namesakes.indexOf(table);
    if (at >= 0) namesakes.splice(at, 1);
  }

  /**
   * The table that a name means: of exactly that name, else in the schema of the table that
   * mentions it, else the only one whose longer or shorter name fits.
   */
  find(name: QualifiedName, mentionedBy?: ParsedTable): ParsedTable | undefined {
    const exact = this.get(name);
    if (exact !== undefined) return exact;
    const prefix = mentionedBy?.name.parts.slice(0, -name.parts.length) ?? [];
    const neighbour = this.#tables.get(keyOf([...prefix, ...name.parts]));
    if (neighbour !== undefined) return neighbour;
    const namesakes = this.#byName.get(name.name.toLowerCase()) ?? [];
    const fitting = namesakes.filter((table) => endsAlike(table.name.parts, name.parts));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** Gives a table another name; references by the one it had still lead to it. */
  rename(table: ParsedTable, name: string): void {
    this.remove(table);
    this.#renamed.set(keyOf(table.name.parts), table);
    const parts = [...table.name.parts.slice(0, -1), name];
    table.name = { ...table.name, parts, name };
    this.add(table);
  }

  /** The table that a foreign key means, also by the name it had when the key was made. */
  findReferenced(name: QualifiedName, mentionedBy: ParsedTable): ParsedTable | undefined {
    const found = this.find(name, mentionedBy);
    if (found !== undefined) return found;
    const renamed = this.#renamed.get(keyOf(name.parts));
    return renamed !== undefined && this.get(renamed.name) === renamed ? renamed : undefined;
  }

  addType(name: QualifiedName, type: UserType): void {
    this.#types.set(name.name.toUpperCase(), type);
  }

  /** A type of the file by its upper-case name without schema. */
  typeOf(name: string): UserType | undefined {
    return this.#types.get(name);
  }
}

function keyOf(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : parts.map((part) => JSON.stringify(part)).join(".");
}

/** Whether the shorter name is the end of the longer one, without regard to case. */
function endsAlike(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 1; i <= length; i++) {
    if (a.at(-i)!.toLowerCase() !== b.at(-i)!.toLowerCase()) return false;
  }
  return true;
}
