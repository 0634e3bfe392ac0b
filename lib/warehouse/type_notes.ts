import type { Column, ExperimentSchema } from "../schema/mod.ts";

/** A column that is kept as something else than it was declared. */
export interface TypeNote {
  readonly table: string;
  readonly column: string;
  readonly declaredType: string;
  /** What is done instead, in words. */
  readonly kept: string;
}

/** PostgreSQL keeps microseconds. */
const FRACTION_DIGITS_MAX = 6;

/** Types of PostgreSQL whose values the files hold as plain text, numbers or JSON. */
const SPECIAL =
  /^(inet|cidr|macaddr8?|xml|money|citext|ts(vector|query)|l(tree|query|txtquery)|jsonpath|hstore|(half|sparse)?vec(tor)?|.*range|reg\w+|bit|varbit|xid8?|pg_lsn|oid|.*\[\])\b/i;

/**
 * Lists the columns that PostgreSQL's core cannot keep as they were declared.
 *
 * @param schema What is pushed.
 */
export function typeNotes(schema: ExperimentSchema): readonly TypeNote[] {
  return schema.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const kept = keptAs(column, schema);
      if (kept === null) return [];
      const declaredType = column.declaredType ?? column.type.kind.toUpperCase();
      return [{ table: table.name, column: column.name, declaredType, kept }];
    })
  );
}

function keptAs({ type, declaredType }: Column, { dialect }: ExperimentSchema): string | null {
  if (type.kind === "geography") return "well-known text, as the type comes with PostGIS";
  const isTimed = type.kind === "time" || type.kind === "timestamp";
  if (isTimed && type.precision > FRACTION_DIGITS_MAX) return "microseconds";
  const isSpecial = dialect === "postgres" && SPECIAL.test(declaredType ?? "");
  return isSpecial ? "the plain type that its values have here" : null;
}
