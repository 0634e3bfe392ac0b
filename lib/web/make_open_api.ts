import { z } from "zod";
import { type ErrorCode, ERRORS } from "../errors/mod.ts";
import { jsonSchema } from "../schema/mod.ts";
import type { AnswerRule, Method, Route, RouteEntry } from "./define_route.ts";
import { httpStatus } from "./http_status.ts";
import { PROBLEM_TYPE, problemSchema } from "./problem.ts";

/** Written by the schema room, which checks such bodies. */
const EXPERIMENT_SCHEMA_NAME = "ExperimentSchema";

type Json = Record<string, unknown>;

/** An operation, as far as it is read here again. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: OpenApiContent };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: OpenApiContent }>
  >;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

type OpenApiContent = Readonly<Record<string, { readonly schema?: Json }>>;

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly summary: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json };
  readonly [field: string]: unknown;
}

/** What any request may be refused for, whatever it asks. */
const COMMON_ERRORS: readonly ErrorCode[] = [
  "WEB_REQUEST_INVALID",
  "WEB_HOST_REFUSED",
  "WEB_ORIGIN_REFUSED",
  "WEB_TOO_BUSY",
  "WEB_HEADERS_TOO_LARGE",
  "WEB_STOPPING",
  "INTERNAL_UNEXPECTED",
];

/** What is asked of the catalog may be refused for the state it is in. */
const CATALOG_ERRORS = {
  none: [],
  reads: ["CATALOG_BUSY", "CATALOG_UNUSABLE", "CATALOG_CORRUPT"],
  writes: ["CATALOG_BUSY", "CATALOG_UNUSABLE", "CATALOG_CORRUPT", "CATALOG_DISK_FULL"],
} as const satisfies Record<NonNullable<Route["catalogUse"]>, readonly ErrorCode[]>;

const JSON_ERRORS: readonly ErrorCode[] = ["WEB_JSON_INVALID", "WEB_JSON_TOO_DEEP"];

const BODY_ERRORS: readonly ErrorCode[] = [
  "WEB_BODY_NOT_TEXT",
  "WEB_BODY_SHORT",
  "WEB_BODY_TOO_SLOW",
  "WEB_BODY_TOO_LARGE",
  "WEB_CONTENT_TYPE_UNKNOWN",
];

const ONCE_ERRORS: readonly ErrorCode[] = ["WEB_IDEMPOTENCY_REUSED", "WEB_IDEMPOTENCY_BUSY"];

/**
 * Describes operations as an OpenAPI document, from the schemas that check the requests.
 *
 * Spec: spec.openapis.org/oas/v3.1.1.
 */
export function makeOpenApi(
  routes: readonly RouteEntry[],
  { version }: { readonly version: string },
): OpenApi {
  const components = new Components();
  const problem = components.schema(problemSchema, "output");
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const { path, module } of routes) {
    const operations = Object.entries(module) as [Method, Route][];
    paths[path] = Object.fromEntries(operations.map(([method, route]) => [
      method.toLowerCase(),
      operationOf(method, route, { components, problem }),
    ]));
  }
  if (EXPERIMENT_SCHEMA_NAME in components.schemas) {
    components.schemas[EXPERIMENT_SCHEMA_NAME] = experimentJsonSchema();
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "dw-sim",
      version,
      summary: "A data warehouse on your own machine, made from its DDL",
    },
    servers: [{ url: "/" }],
    tags: [...new Set(routes.flatMap(({ module }) => Object.values(module).map(({ tag }) => tag)))]
      .map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Demanded only where others can reach the server",
        },
      },
    },
  };
}

function experimentJsonSchema(): Json {
  const { $schema: _, ...schema } = jsonSchema();
  return schema;
}

interface Writing {
  readonly components: Components;
  readonly problem: Json;
}

function operationOf(
  method: Method,
  route: Route,
  { components, problem }: Writing,
): OpenApiOperation {
  const { id, tag, summary, description, answers } = route;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...description !== undefined && { description },
    ...{ security: route.isPublic ? [] : [{}, { token: [] }] },
    parameters: parametersOf(route, components),
    ...bodyOf(route, components),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, rule]) => [status, answerOf(rule, components)]),
      ),
      ...problemsOf(errorsOf(method, route), problem),
    },
  };
}

function parametersOf(
  { params, query, idempotent }: Route,
  components: Components,
): readonly OpenApiParameter[] {
  const key: OpenApiParameter = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "Sent again with the same key, the request is answered again and not done again",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  };
  return [
    ...fieldsOf(params, "path", components),
    ...fieldsOf(query, "query", components),
    ...idempotent ? [key] : [],
  ];
}

function fieldsOf(
  schema: z.ZodType | undefined,
  place: "path" | "query",
  components: Components,
): readonly OpenApiParameter[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = components.schema(schema, "input") as {
    readonly properties?: Record<string, Json>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    ...{ name, in: place, required: place === "path" || required.includes(name) },
    ...typeof description === "string" && { description },
    schema: rest,
  }));
}

function bodyOf(
  { body, bodyTypes, rawBody }: Route,
  components: Components,
): Pick<OpenApiOperation, "requestBody"> {
  if (body === undefined) return {};
  const schema = components.schema(body, "input");
  const types = bodyTypes ?? ["application/json"];
  const content = Object.fromEntries(
    types.map((
      type,
    ) => [type, { schema: type === "application/json" ? schema : { type: "string" } }]),
  );
  const isRequired = rawBody === true || !body.safeParse({}).success;
  return { requestBody: { required: isRequired, content } };
}

function answerOf(
  { description, schema, contentTypes }: AnswerRule,
  components: Components,
): OpenApiOperation["responses"][string] {
  if (schema === undefined && contentTypes === undefined) return { description };
  const content = Object.fromEntries([
    ...schema === undefined
      ? []
      : [["application/json", { schema: components.schema(schema, "output") }]],
    ...(contentTypes ?? []).map((type) => [type, {}]),
  ]);
  return { description, content };
}

/** Refusals by status, each with the codes it may have. */
function problemsOf(
  codes: ReadonlySet<ErrorCode>,
  problem: Json,
): OpenApiOperation["responses"] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const status = httpStatus({ code, kind: ERRORS[code].kind });
    byStatus.set(status, [...byStatus.get(status) ?? [], code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, {
      description: codes.map((code) => `\`${code}\``).join(", "),
      content: { [PROBLEM_TYPE]: { schema: problem } },
    }]),
  );
}

function errorsOf(
  method: Method,
  { body, rawBody, idempotent, isPublic, catalogUse, errors = [] }: Route,
): ReadonlySet<ErrorCode> {
  return new Set([
    ...errors,
    ...COMMON_ERRORS,
    ...isPublic ? [] : ["WEB_TOKEN_WRONG" as const],
    ...CATALOG_ERRORS[catalogUse ?? (method === "GET" ? "reads" : "writes")],
    ...body !== undefined ? BODY_ERRORS : [],
    ...body !== undefined && !rawBody ? JSON_ERRORS : [],
    ...idempotent ? ONCE_ERRORS : [],
  ]);
}

/** Schemas that have a name are written once, and referred to. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  /** The JSON Schema of a zod schema, in the form it has inside the document. */
  schema(schema: z.ZodType, io: "input" | "output"): Json {
    // Inside of another one, a schema with a name becomes a reference; at the top it would not.
    const { properties, $defs } = z.toJSONSchema(z.object({ schema }), { io });
    for (const [name, definition] of Object.entries($defs ?? {})) {
      this.schemas[name] = moved({ ...definition, id: undefined });
    }
    return moved(properties!.schema as Json);
  }
}

/** Lets references lead to where named schemas stand in an OpenAPI document. */
function moved(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll("#/$defs/", "#/components/schemas/");
  return JSON.parse(text);
}
