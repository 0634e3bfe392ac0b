/** A JSON Schema, as far as completion looks into it. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** A step into JSON: a property's name or an element's place. */
export type JsonStep = string | number;

/**
 * The schemas that hold for a place in a document; several where there are alternatives.
 *
 * @param root The schema of the whole document.
 * @param path The way there.
 */
export function schemasAt(root: JsonSchema, path: readonly JsonStep[]): readonly JsonSchema[] {
  let schemas = alternatives(root, root);
  for (const step of path) {
    schemas = schemas.flatMap((schema) => {
      const next = typeof step === "number" ? schema.items : propertyOf(schema, step);
      return next === undefined ? [] : alternatives(next, root);
    });
  }
  return schemas;
}

function propertyOf({ properties, additionalProperties }: JsonSchema, name: string) {
  const own = properties !== undefined && Object.hasOwn(properties, name)
    ? properties[name]
    : undefined;
  return own ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
}

function alternatives(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref ?? "")?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  if (target !== undefined) return alternatives(target, root);
  const { anyOf = [], oneOf = [], allOf = [] } = schema;
  const inner = [...anyOf, ...oneOf, ...allOf].flatMap((each) => alternatives(each, root));
  return inner.length === 0 ? [schema] : [schema, ...inner];
}

/** A value that may stand at a place, as JSON. */
export function valuesAt(root: JsonSchema, path: readonly JsonStep[]): readonly string[] {
  const values = schemasAt(root, path).flatMap((schema) => [
    ...schema.enum ?? [],
    ...schema.const === undefined ? [] : [schema.const],
    ...schema.examples ?? [],
    ...schema.type === "boolean" ? [true, false] : [],
  ]);
  return [...new Set(values.map((value) => JSON.stringify(value)))];
}

/** A property that may stand in an object. */
export interface KnownProperty {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  /** What a new value of it begins with. */
  readonly opening: string;
}

/** The properties that may stand in the object at a place. */
export function propertiesAt(
  root: JsonSchema,
  path: readonly JsonStep[],
): readonly KnownProperty[] {
  const found = new Map<string, KnownProperty>();
  for (const { properties = {}, required = [] } of schemasAt(root, path)) {
    for (const [name, schema] of Object.entries(properties)) {
      if (found.has(name)) continue;
      const { description = "", type } = schema;
      found.set(name, {
        ...{ name, description, isRequired: required.includes(name) },
        opening: OPENINGS[type ?? ""] ?? "",
      });
    }
  }
  return [...found.values()];
}

const OPENINGS: Readonly<Record<string, string>> = { string: '""', array: "[]", object: "{}" };

/** Reads `$.tables[0]["odd name"].columns`, as findings name places. */
export function readJsonPath(text: string): readonly JsonStep[] {
  const steps: JsonStep[] = [];
  for (
    const [, name, place, quoted] of text.matchAll(
      /\.([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g,
    )
  ) {
    if (name !== undefined) steps.push(name);
    else if (place !== undefined) steps.push(Number(place));
    else if (quoted !== undefined) steps.push(JSON.parse(quoted));
  }
  return steps;
}
