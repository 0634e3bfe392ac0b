import type { TypeArgument } from "../dialect_rules.ts";
import type { Region } from "../source_text.ts";

/** A name as the dialect keeps it: folded unless it was quoted. */
export interface Identifier {
  readonly name: string;
  readonly region: Region;
}

/** `database.schema.table`; the parts before the last are often absent. */
export interface QualifiedName {
  readonly parts: readonly string[];
  /** The last part. */
  readonly name: string;
  readonly region: Region;
}

/** A type as declared. Columns of the same declaration share one object. */
export interface ParsedType {
  /** Upper-case words with single spaces, `TIMESTAMP WITH TIME ZONE`; no arguments. */
  readonly name: string;
  readonly typeArguments: readonly TypeArgument[];
  /** `int[]`, `int ARRAY[3]`. */
  readonly isArray: boolean;
  /** As the text wrote it. */
  readonly declared: string;
}

export interface Identity {
  readonly start: number;
  readonly step: number;
}

export interface ParsedForeignKey {
  readonly name?: string;
  readonly columns: readonly Identifier[];
  readonly referencesTable: QualifiedName;
  /** Empty means the parent's primary key. */
  readonly referencesColumns: readonly Identifier[];
  readonly region: Region;
  readonly text: string;
}

export interface ParsedKey {
  readonly name?: string;
  readonly columns: readonly Identifier[];
  readonly region: Region;
}

/**
 * A column as the reader fills it in and later statements change it. Mutable on purpose: a file
 * is a sequence of changes, and only its end state becomes frozen data.
 */
export interface ParsedColumn {
  readonly region: Region;
  name: Identifier;
  /** Null in the column list of CREATE TABLE … AS SELECT. */
  type: ParsedType | null;
  /** The column's own where it has no type. */
  typeRegion: Region;
  /** What stands where the type should, when there is none. */
  missingType?: { readonly found: string; readonly region: Region };
  notNull: boolean;
  unique: boolean;
  identity?: Identity;
  defaultExpression?: string;
  comment?: string;
  properties: Record<string, string>;
}

/** A condition on the values of a table, without the brackets around it. */
export interface ParsedCheck {
  readonly name?: string;
  readonly text: string;
  readonly region: Region;
}

/** A column that a physical property names. */
export interface PhysicalColumn {
  /** `SORTKEY`. */
  readonly property: string;
  readonly column: Identifier;
}

/** A table as far as the statements read until now describe it. */
export interface ParsedTable {
  name: QualifiedName;
  columns: ParsedColumn[];
  primaryKey: ParsedKey | null;
  uniqueKeys: ParsedKey[];
  foreignKeys: ParsedForeignKey[];
  checks: ParsedCheck[];
  /** Columns that DISTKEY, SORTKEY and CLUSTER BY name. */
  physicalColumns: PhysicalColumn[];
  /** Parents whose columns come first. */
  inherits: QualifiedName[];
  comment?: string;
  properties: Record<string, string>;
  /** Whether a part could not be read; then it is known by name only. */
  isBroken: boolean;
  /** Whether an error stands against it; then it is not imported. */
  isRefused: boolean;
  /** Texts of the warnings about this table. */
  warnings: string[];
}

/** Where the columns of a table come from when it does not, or not only, list them. */
export type TableOrigin =
  | { readonly kind: "columns" }
  | { readonly kind: "like"; readonly table: QualifiedName }
  | { readonly kind: "clone"; readonly table: QualifiedName }
  | { readonly kind: "partition"; readonly table: QualifiedName }
  | { readonly kind: "query" }
  | { readonly kind: "elsewhere"; readonly words: string };

/** Columns of another table, to be put before the column at `position`. */
export interface CopiedColumns {
  readonly position: number;
  readonly table: QualifiedName;
  readonly withKeys: boolean;
}

export interface CreateTable {
  readonly kind: "create_table";
  readonly table: ParsedTable;
  readonly origin: TableOrigin;
  readonly copies: readonly CopiedColumns[];
  readonly ifNotExists: boolean;
}

export type AlterAction =
  | { readonly kind: "add_column"; readonly columns: ParsedTable }
  | { readonly kind: "drop_column"; readonly column: Identifier }
  | { readonly kind: "rename_column"; readonly column: Identifier; readonly to: Identifier }
  | { readonly kind: "rename_table"; readonly to: QualifiedName }
  | { readonly kind: "set_not_null"; readonly column: Identifier; readonly notNull: boolean }
  | {
    readonly kind: "set_type";
    readonly column: Identifier;
    readonly type: ParsedType;
    readonly region: Region;
  }
  | { readonly kind: "set_default"; readonly column: Identifier; readonly expression?: string }
  | { readonly kind: "set_identity"; readonly column: Identifier; readonly identity: Identity }
  | { readonly kind: "set_comment"; readonly column: Identifier; readonly comment: string }
  | { readonly kind: "set_property"; readonly name: string; readonly value: string }
  | { readonly kind: "attach_partition"; readonly partition: QualifiedName };

export type Statement =
  | CreateTable
  | {
    readonly kind: "alter_table";
    readonly table: QualifiedName;
    readonly actions: readonly AlterAction[];
  }
  | { readonly kind: "drop_table"; readonly tables: readonly QualifiedName[] }
  | {
    readonly kind: "comment_on_table";
    readonly table: QualifiedName;
    readonly comment: string;
  }
  | {
    readonly kind: "comment_on_column";
    readonly table: QualifiedName;
    readonly column: Identifier;
    readonly comment: string;
  }
  | {
    readonly kind: "create_unique_index";
    readonly table: QualifiedName;
    readonly key: ParsedKey;
  }
  | {
    readonly kind: "create_enum";
    readonly name: QualifiedName;
    readonly labels: readonly string[];
  }
  | { readonly kind: "extend_enum"; readonly name: QualifiedName; readonly label: string }
  | {
    readonly kind: "create_domain";
    readonly name: QualifiedName;
    readonly type: ParsedType;
    readonly notNull: boolean;
  }
  /** Defines no table; counted under `words`. */
  | { readonly kind: "skipped"; readonly words: string; readonly region: Region };

/** An empty table to fill in. */
export function emptyTable(name: QualifiedName): ParsedTable {
  return {
    name,
    columns: [],
    primaryKey: null,
    uniqueKeys: [],
    foreignKeys: [],
    checks: [],
    physicalColumns: [],
    inherits: [],
    properties: {},
    isBroken: false,
    isRefused: false,
    warnings: [],
  };
}

/** Keeps a property, under `name_2` … when the name is taken. */
export function keepProperty(
  properties: Record<string, string>,
  name: string,
  value: string,
): void {
  let free = name;
  for (let i = 2; Object.hasOwn(properties, free); i++) free = `${name}_${i}`;
  properties[free] = value;
}
