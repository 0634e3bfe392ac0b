import { type Diagnostic, diagnostic } from "../errors/mod.ts";
import { present } from "./_json_path.ts";
import type { ColumnJson } from "./_json_shape.ts";
import { parseMoment } from "./_parse_moment.ts";
import { readDistribution } from "./_read_distribution.ts";
import type { Column, ColumnRule } from "./experiment_schema.ts";
import type { LogicalType } from "./logical_type.ts";
import { parseDataType, type TypeDetail } from "./parse_data_type.ts";
import { patternAlias } from "./pattern/pattern_alias.ts";
import { parseExpression } from "./rules/parse_expression.ts";
import { renderType } from "./render_type.ts";

export interface ReadColumnOptions {
  /** JSON path of the column. */
  readonly path: string;
  /** It is one of the columns of the primary key. */
  readonly inPrimaryKey: boolean;
  /** A key of this column alone says that its values are unique. */
  readonly isKey: boolean;
}

/** A column, or nothing when its type cannot be read; and what is wrong either way. */
export interface ReadColumn {
  readonly column: Column;
  readonly typeKnown: boolean;
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads one column.
 *
 * @param json Of the right shape.
 * @param options Where it stands and which keys it is in.
 * @returns The column and the problems that only its JSON shows; validation finds the others.
 */
export function readColumn(json: ColumnJson, options: ReadColumnOptions): ReadColumn {
  const { path, isKey } = options;
  const typed = readType(json, path);
  if (typed.type === null) {
    const type: LogicalType = { kind: "string", maxLength: null, fixed: false };
    const column: Column = { name: json.name, type, nullable: true, unique: isKey };
    return { column, typeKnown: false, problems: typed.problems };
  }
  const { type } = typed;
  const dates = readDateRange(json, { type, path });
  const rule = readRule(json, path);
  const alias = json.faker_rule === undefined ? null : patternAlias(json.faker_rule);
  const nullable = readNullable(json, options);
  const { min_value: min, max_value: max, distribution, identity } = json;
  const column = present<Column>({
    name: json.name,
    type,
    declaredType: json.declared_type,
    nullable,
    unique: isKey || (json.is_unique ?? false),
    nullRate: nullable || json.null_rate !== 0 ? json.null_rate : undefined,
    generator: alias === null ? json.faker_rule : undefined,
    range: min === undefined && max === undefined ? undefined : wholeRange(type, { min, max }),
    dateRange: dates.range,
    distribution: distribution && readDistribution(distribution, type.kind),
    rule: rule.rule,
    pattern: json.pattern ?? alias ?? undefined,
    defaultShare: json.default_share,
    identity: identity && { start: identity.start ?? 1, step: identity.step ?? 1 },
    defaultExpression: json.default === undefined ? undefined : String(json.default),
    comment: json.comment,
    properties: json.properties,
  });
  return {
    column,
    typeKnown: true,
    problems: [...typed.problems, ...dates.problems, ...rule.problems],
  };
}

type ReadType =
  | { readonly type: LogicalType; readonly problems: readonly Diagnostic[] }
  | { readonly type: null; readonly problems: readonly Diagnostic[] };

/** The field that gives each detail of a type. */
const DETAIL_FIELDS = {
  precision: "precision",
  scale: "scale",
  varchar_length: "length",
  length: "length",
  fractional_seconds: "fractionalSeconds",
} as const satisfies Partial<Record<keyof ColumnJson, TypeDetail>>;

const ALLOWED_FOR: Readonly<Record<TypeDetail, string>> = {
  precision: "DECIMAL or FLOAT",
  scale: "DECIMAL",
  length: "VARCHAR, CHAR or BINARY",
  fractionalSeconds: "TIME or TIMESTAMP",
};

function readType(json: ColumnJson, path: string): ReadType {
  const { precision, scale, fractional_seconds: fractionalSeconds } = json;
  const length = json.varchar_length ?? json.length;
  const details = present({ precision, scale, length, fractionalSeconds });
  const place = { path: `${path}.data_type` };
  const result = parseDataType(json.data_type, { details, place });
  if ("problem" in result) return { type: null, problems: [result.problem] };
  const type = widened(result, json);
  const problems: Diagnostic[] = [];
  for (const [field, detail] of Object.entries(DETAIL_FIELDS)) {
    const misplaced = field === "varchar_length" && type.kind !== "string";
    if (Reflect.get(json, field) === undefined) continue;
    if (result.takes.includes(detail) && !misplaced) continue;
    problems.push(
      diagnostic("FIELD_NOT_FOR_TYPE", {
        field,
        type: renderType(type),
        allowed: misplaced ? "VARCHAR or CHAR" : ALLOWED_FOR[detail],
      }, { path: `${path}.${field}` }),
    );
  }
  return { type, problems };
}

/**
 * The Python tool's INT had no width. It is 32 bits here, as in every warehouse, so that files stay
 * small and joins fast; a range that asks for more makes it 64, so that old files keep loading.
 */
function widened(
  { type, word }: { readonly type: LogicalType; readonly word: string },
  { min_value: min = 0, max_value: max = 0 }: ColumnJson,
): LogicalType {
  const wide = word === "INT" && (min < -(2 ** 31) || max > 2 ** 31 - 1);
  return wide ? { kind: "integer", bits: 64 } : type;
}

/** A foreign key's own `nullable` wins, as in the Python tool; then `required`; then a null rate. */
function readNullable(json: ColumnJson, { inPrimaryKey }: ReadColumnOptions): boolean {
  if (json.foreign_key?.nullable !== undefined) return json.foreign_key.nullable;
  if (json.required !== undefined) return !json.required;
  return json.null_rate !== undefined && !(inPrimaryKey && json.null_rate === 0);
}

/** The Python tool took fractions as bounds of an INT; only the whole numbers between them count. */
function wholeRange(type: LogicalType, range: NonNullable<Column["range"]>): Column["range"] {
  const { min, max } = range;
  if (type.kind !== "integer") return present({ min, max });
  // Adding 0 turns the -0 of Math.ceil(-0.5) into 0.
  const inner = {
    min: min === undefined ? undefined : Math.ceil(min) + 0,
    max: max === undefined ? undefined : Math.floor(max) + 0,
  };
  const empty = inner.min !== undefined && inner.max !== undefined && inner.min > inner.max;
  return present(empty ? { min, max } : inner);
}

interface ReadRule {
  readonly rule?: ColumnRule;
  readonly problems: readonly Diagnostic[];
}

function readRule({ rule: text }: ColumnJson, path: string): ReadRule {
  if (text === undefined) return { problems: [] };
  const { expression, fault } = parseExpression(text);
  if (expression !== null) return { rule: { text, expression }, problems: [] };
  const { reason, at } = fault;
  const detail = { text, reason, at: at + 1 };
  return { problems: [diagnostic("RULE_WRONG", detail, { path: `${path}.rule` })] };
}

interface ReadDates {
  readonly range?: Column["dateRange"];
  readonly problems: readonly Diagnostic[];
}

function readDateRange(
  json: ColumnJson,
  { type, path }: { readonly type: LogicalType; readonly path: string },
): ReadDates {
  const problems: Diagnostic[] = [];
  const read = (field: "date_start" | "date_end"): string | undefined => {
    const text = json[field];
    const moment = text === undefined ? undefined : parseMoment(text);
    if (text === undefined || moment === undefined) return undefined;
    const midnight = moment?.text.replace("T00:00:00Z", "");
    if (moment !== null && type.kind !== "date") return moment.text;
    if (moment !== null && midnight!.length === "2024-01-31".length) return midnight;
    const form = type.kind === "date"
      ? "YYYY-MM-DD, such as 2024-01-31"
      : "YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, such as 2024-01-31T08:00:00";
    problems.push(diagnostic("DATE_WRONG", { field, text, form }, { path: `${path}.${field}` }));
    return undefined;
  };
  const range = present({ start: read("date_start"), end: read("date_end") });
  return Object.keys(range).length === 0 ? { problems } : { range, problems };
}
