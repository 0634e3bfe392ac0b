import type { OpenApi, OpenApiOperation } from "./make_open_api.ts";

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
    return `<h2 id="${slug(tag)}">${escaped(tag)}</h2>${own.map(operationHtml).join("")}`;
  });
  const schemas = Object.entries(components.schemas).map(([name, schema]) =>
    `<details id="schema-${slug(name)}"><summary><code>${escaped(name)}</code></summary>` +
    `<pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>dw-sim API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/style.css"></head><body>
<h1>dw-sim API ${escaped(info.version)}</h1>
<p>${escaped(info.summary)}. The same as an
<a href="/api/openapi.json">OpenAPI 3.1 document</a>.</p>
<p>Errors are <code>application/problem+json</code> with a permanent <code>code</code>, a
<code>hint</code>, and every problem in <code>errors</code>.</p>
<nav><ul>${tags.map((tag) => `<li><a href="#${slug(tag)}">${escaped(tag)}</a></li>`).join("")}
</ul></nav>
${sections.join("\n")}
<h2 id="schemas">Schemas</h2>
${schemas.join("\n")}
</body></html>
`;
}

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function operationHtml({ path, method, operation }: Listed): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const fields = parameters.map(({ name, in: place, required, description = "" }) =>
    row([
      `<code>${escaped(name)}</code>`,
      `${place}${required ? ", required" : ""}`,
      escaped(description),
    ])
  );
  const answers = Object.entries(responses).map(([status, { description }]) =>
    row([`<code>${status}</code>`, marked(description)])
  );
  const title = `<span class="method">${method.toUpperCase()}</span><code>${escaped(path)}</code>`;
  return `<article id="${slug(operationId)}"><h3>${title}</h3><p>${escaped(summary)}</p>` +
    (description === undefined ? "" : `<p>${marked(description)}</p>`) +
    (fields.length === 0 ? "" : `<table>${fields.join("")}</table>`) +
    (requestBody === undefined ? "" : bodyHtml(requestBody)) +
    `<table>${answers.join("")}</table></article>`;
}

function bodyHtml({ content }: NonNullable<OpenApiOperation["requestBody"]>): string {
  const types = Object.keys(content).map((type) => `<code>${escaped(type)}</code>`).join(", ");
  const schema = JSON.stringify(Object.values(content)[0]?.schema ?? {}, null, 2);
  return `<details><summary>Body: ${types}</summary><pre>${escaped(schema)}</pre></details>`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
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
