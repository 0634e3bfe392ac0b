import { jsonSchema } from "../../lib/schema/mod.ts";
import { head, table } from "./_markdown.ts";

/** A JSON Schema, as far as the page reads it. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** The page of schema files: every field there is, level by level. */
export function schemaPage(): string {
  const schema = jsonSchema() as Shape;
  return head("Schema files", "the JSON Schema that `dw-sim schema` prints") +
    "Experiments as JSON or YAML. Give an editor the output of `dw-sim schema`, and it completes\n" +
    "and checks these fields. Fields that are not listed are refused by name.\n\n" +
    sections("experiment", "$", schema, schema.$defs ?? {}).join("\n");
}

function sections(
  title: string,
  path: string,
  shape: Shape,
  known: Readonly<Record<string, Shape>>,
): readonly string[] {
  const fields = Object.entries(shape.properties ?? {});
  const rows = fields.map(([name, field]) => [
    `\`${name}\``,
    typeText(field, known),
    shape.required?.includes(name) ? "yes" : "",
    field.description ?? "",
  ]);
  const below = fields.flatMap(([name, field]) =>
    nested(field, known).flatMap((inner) => {
      const isList = resolve(field, known).type === "array";
      return sections(name, `${path}.${name}${isList ? "[]" : ""}`, inner, known);
    })
  );
  return [
    `## ${title}\n\n\`${path}\`\n\n${table(["Field", "Holds", "Required", "Meaning"], rows)}`,
    ...below,
  ];
}

/** The objects below a field that have fields of their own. */
function nested(field: Shape, known: Readonly<Record<string, Shape>>): readonly Shape[] {
  const shape = resolve(field, known);
  const inner = shape.items === undefined ? shape : resolve(shape.items, known);
  const choices = inner.anyOf ?? inner.oneOf ?? [inner];
  return choices.map((each) => resolve(each, known)).filter(({ properties }) => properties);
}

function typeText(field: Shape, known: Readonly<Record<string, Shape>>): string {
  const shape = resolve(field, known);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return [...new Set(choices.map((each) => typeText(each, known)))].join(" or ");
  if (shape.enum) return shape.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``;
  if (shape.type === "array") return `list of ${typeText(shape.items ?? {}, known)}`;
  return [shape.type ?? "anything"].flat().join(" or ");
}

function resolve(shape: Shape, known: Readonly<Record<string, Shape>>): Shape {
  const name = /^#\/\$defs\/(.+)$/.exec(shape.$ref ?? "")?.[1];
  return name === undefined ? shape : known[name] ?? shape;
}
