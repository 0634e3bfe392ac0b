import type { OpenApi, OpenApiOperation, OpenApiParameter } from "./make_open_api.ts";

/**
 * Renders an OpenAPI document as a page that reads without script and asks nobody else for anything.
 *
 * @returns HTML.
 */
export function renderDocs({ info, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    return { tag, own };
  });
  const schemas = Object.entries(components.schemas).map(([name, schema]) =>
    `<details id="schema-${slug(name)}"><summary><code>${escaped(name)}</code></summary>` +
    `<pre tabindex="0">${escaped(JSON.stringify(schema, null, 2))}</pre></details>`
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>dw-sim API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/style.css"></head><body>
<a class="skip" href="#calls">Skip to the calls</a>
<header><h1>dw-sim API <small>${escaped(info.version)}</small></h1>
<p>${escaped(info.summary)}. For programs the same stands in an
<a href="/api/openapi.json">OpenAPI 3.1 document</a>.</p>
<p>Bodies and answers are JSON unless a call says otherwise. Every refusal is
<code>application/problem+json</code>: decide by its permanent <code>code</code>, show its
<code>detail</code> and <code>hint</code>, and find every problem in <code>errors</code>.</p></header>
<nav aria-label="Calls">${sections.map(menuHtml).join("")}</nav>
<main id="calls">${sections.map(sectionHtml).join("\n")}
<section><h2 id="schemas">Schemas</h2>
${schemas.join("\n")}</section></main>
</body></html>
`;
}

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

interface Section {
  readonly tag: string;
  readonly own: readonly Listed[];
}

function menuHtml({ tag, own }: Section): string {
  const entries = own.map(({ path, method, operation }) =>
    `<li><a href="#${slug(operation.operationId)}">${methodHtml(method)} ` +
    `<code>${pathHtml(path.replace(/^\/api\//, ""))}</code></a></li>`
  );
  return `<details open><summary>${escaped(tag)}</summary><ul>${entries.join("")}</ul></details>`;
}

function sectionHtml({ tag, own }: Section): string {
  return `<section><h2 id="${slug(tag)}">${escaped(tag)}</h2>${own.map(operationHtml).join("")}` +
    "</section>";
}

function operationHtml({ path, method, operation }: Listed): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const id = slug(operationId);
  return `<article id="${id}" aria-labelledby="${id}-title"><h3 id="${id}-title">` +
    `<a href="#${id}">${methodHtml(method)} <code>${pathHtml(path)}</code></a></h3>` +
    `<p class="summary">${escaped(summary)}</p>` +
    (description === undefined ? "" : `<p>${marked(description)}</p>`) +
    parametersHtml(parameters) +
    (requestBody === undefined ? "" : bodyHtml(requestBody)) +
    answersHtml(responses) + "</article>";
}

function methodHtml(method: string): string {
  return `<span class="method ${method}">${method.toUpperCase()}</span>`;
}

/** Long addresses break before a slash, and nowhere else. */
function pathHtml(path: string): string {
  return escaped(path).replaceAll("/", "<wbr>/");
}

function parametersHtml(parameters: readonly OpenApiParameter[]): string {
  const fields = parameters.map(({ name, in: place, required, description, schema }) =>
    fieldHtml({ name, schema, isRequired: required, note: place, description })
  );
  return listHtml("Parameters", fields);
}

function bodyHtml({ content, required }: NonNullable<OpenApiOperation["requestBody"]>): string {
  const types = Object.keys(content).map((type) => `<code>${escaped(type)}</code>`).join(", ");
  const schema = Object.values(content)[0]?.schema ?? {};
  const { properties = {}, required: needed = [], $ref } = schema as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly $ref?: string;
  };
  const fields = Object.entries(properties).map(([name, field]) => {
    const isRequired = needed.includes(name) && field.default === undefined;
    return fieldHtml({ name, schema: field, isRequired, description: field.description });
  });
  const named = $ref === undefined ? "" : `, as ${refHtml($ref)} says`;
  const title = `Body: ${types}${required ? "" : ", may be left out"}${named}`;
  return fields.length === 0 ? `<h4>${title}</h4>` : listHtml(title, fields);
}

type Schema = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly note?: string;
  readonly description?: unknown;
}

function fieldHtml({ name, schema, isRequired, note, description }: Field): string {
  const facts = [
    ...note === undefined ? [] : [escaped(note)],
    typeHtml(schema),
    ...isRequired ? ["<strong>required</strong>"] : [],
    ...schema.default === undefined
      ? []
      : [`default <code>${escaped(JSON.stringify(schema.default))}</code>`],
  ];
  const text = typeof description === "string" ? `<br>${marked(description)}` : "";
  return `<dt><code>${escaped(name)}</code></dt>` +
    `<dd><span class="facts">${facts.join(", ")}</span>${text}</dd>`;
}

/** A type in a few words; the document has it to the last bound. */
function typeHtml(schema: Schema): string {
  const { type, enum: values, anyOf, items, $ref } = schema as {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly Schema[];
    readonly items?: Schema;
    readonly $ref?: string;
  };
  if ($ref !== undefined) return refHtml($ref);
  if (values !== undefined) {
    return values.map((value) => `<code>${escaped(String(value))}</code>`).join(" or ");
  }
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeHtml))].join(" or ");
  if (type === "array") return `list of ${typeHtml(items ?? {})}`;
  return escaped(type ?? "any value");
}

function refHtml(ref: string): string {
  const name = ref.split("/").at(-1)!;
  return `<a href="#schema-${slug(name)}">${escaped(name)}</a>`;
}

/** What succeeds is seen at once, what is refused on demand: it is long, and much the same. */
function answersHtml(responses: OpenApiOperation["responses"]): string {
  const entries = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const types = Object.keys(content).filter((type) => !/[/+](problem\+)?json$/.test(type));
    const told = types.map((type) => `<code>${escaped(type)}</code>`).join(", ");
    return {
      isRefusal: Number(status) >= 400,
      html: `<dt><span class="status s${status.charAt(0)}">${status}</span></dt>` +
        `<dd>${marked(description)}${told === "" ? "" : `<br>also ${told}`}</dd>`,
    };
  });
  const answers = entries.filter(({ isRefusal }) => !isRefusal).map(({ html }) => html);
  const refusals = entries.filter(({ isRefusal }) => isRefusal).map(({ html }) => html);
  return listHtml("Answers", answers) +
    `<details><summary>Refusals</summary><dl>${refusals.join("")}</dl></details>`;
}

function listHtml(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `<h4>${title}</h4><dl>${entries.join("")}</dl>`;
}

/** Text with `code` in it. */
function marked(text: string): string {
  return escaped(text).replace(/`([^`]*)`/g, "<code>$1</code>");
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
