import type { OpenApiOperation } from "../../lib/web/mod.ts";

/** The parts of JSON Schema that bodies use. */
interface FieldSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

const SCHEMA_PAGE = "the [schema of an experiment](schema.md)";

/** What a call takes in its body: the types of it, then its fields, a row each. */
export function bodyRows(body: OpenApiOperation["requestBody"]): readonly string[][] {
  if (body === undefined) return [];
  const [first] = Object.values(body.content);
  const schema: FieldSchema = first?.schema ?? {};
  const fields = Object.entries(schema.properties ?? {});
  const types = Object.keys(body.content).map((type) => `\`${type}\``).join(" or ");
  const what = schema.$ref === undefined ? types : `${types}: ${SCHEMA_PAGE}`;
  const hasFields = fields.length > 0 || schema.$ref !== undefined;
  return [
    ["body", body.required ? "required" : "optional", hasFields ? what : `${types}, empty`],
    ...fields.map(([name, field]) => [
      `\`${name}\``,
      `body${schema.required?.includes(name) && field.default === undefined ? ", required" : ""}`,
      fieldText(field),
    ]),
  ];
}

function fieldText(field: FieldSchema): string {
  const description = field.description ??
    field.anyOf?.find((each) => each.description !== undefined)?.description;
  const parts = [description, typeText(field), defaultText(field)];
  return parts.filter((part) => part !== undefined && part !== "").join("; ");
}

function typeText({ type, enum: choices, anyOf, items }: FieldSchema): string {
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(", ");
  if (anyOf !== undefined) {
    return [...new Set(anyOf.filter((each) => each.type !== "null").map(typeText))].join(" or ");
  }
  if (type === "array" && items !== undefined) return `list of ${typeText(items)}`;
  return type ?? "";
}

function defaultText({ default: value }: FieldSchema): string {
  return value === undefined ? "" : `\`${JSON.stringify(value)}\` by default`;
}
