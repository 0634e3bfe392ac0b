import type { Check } from "./check.ts";
import type { Distribution } from "./distribution.ts";
import type { Locale } from "./locale.ts";
import type { LogicalType } from "./logical_type.ts";
import type { PerParent } from "./per_parent.ts";
import type { Expression } from "./rules/expression.ts";

/** The warehouse whose words and rules a schema follows. */
export type Dialect = "redshift" | "snowflake" | "postgres";

/**
 * What the user wants to exist: tables, columns, keys and how many rows. Plain frozen data; it
 * comes from JSON, YAML or DDL, and from here on it does not matter which.
 */
export interface ExperimentSchema {
  readonly name: string;
  readonly description?: string;
  /** Absent for hand-written schemas that follow no warehouse. */
  readonly dialect?: Dialect;
  /** Whose names, towns and words texts are made of; absent means English. */
  readonly locale?: Locale;
  readonly tables: readonly Table[];
}

export interface Table {
  readonly name: string;
  /** The namespace of the DDL, `sales` in `sales.orders`. */
  readonly schemaName?: string;
  /** What the DDL calls it there, where `name` is another one because an earlier table has it. */
  readonly nameInSchema?: string;
  readonly comment?: string;
  readonly targetRows: number;
  readonly columns: readonly Column[];
  /** Column names; empty when the table has none. A single `_row_id` after a composite one. */
  readonly primaryKey: readonly string[];
  /** Keys of one or more columns that are unique besides the primary key. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Primary keys of several columns as the source declared them; their tuples stay unique. */
  readonly compositeKeys: readonly (readonly string[])[];
  /** Conditions on its rows; absent when there are none. */
  readonly checks?: readonly Check[];
  /** Physical properties as text: `diststyle`, `sortkey`, `cluster_by` … Kept, shown, not used. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Advice for people, rendered from diagnostics. */
  readonly warnings: readonly string[];
}

export interface Column {
  readonly name: string;
  readonly type: LogicalType;
  /** The type as the DDL wrote it, `NUMBER(38,0)`. */
  readonly declaredType?: string;
  readonly nullable: boolean;
  readonly unique: boolean;
  /** Share of NULLs in [0, 1]; absent means the default of the column's kind. */
  readonly nullRate?: number;
  /** Rule that makes the values: our name, a Faker-JS path or a Python Faker name. */
  readonly generator?: string;
  /** Inclusive bounds of a numeric column. */
  readonly range?: { readonly min?: number; readonly max?: number };
  /** Inclusive bounds of a date or timestamp column, ISO 8601. */
  readonly dateRange?: { readonly start?: string; readonly end?: string };
  readonly distribution?: Distribution;
  /** What the value is made of, from other columns of the row and of the rows it references. */
  readonly rule?: ColumnRule;
  /** What texts look like, as a regular expression: `[A-Z]{2}-\\d{4}`. */
  readonly pattern?: string;
  /** Share of rows in [0, 1] that have the value of DEFAULT. */
  readonly defaultShare?: number;
  readonly identity?: { readonly start: number; readonly step: number };
  /** DEFAULT expression as the DDL wrote it. */
  readonly defaultExpression?: string;
  readonly comment?: string;
  /** Physical properties as text: `encode`, `masking_policy` … Kept, shown, not used. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** A rule as it was written, and what it says. */
export interface ColumnRule {
  readonly text: string;
  readonly expression: Expression;
}

/** Columns of a child whose tuple of values is that of one row of the parent. */
export interface ForeignKey {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly referencesTable: string;
  /** As many as `columns`, in the same order. */
  readonly referencesColumns: readonly string[];
  /** How the rows are shared out among the parents; absent means each parent is as likely. */
  readonly perParent?: PerParent;
}
