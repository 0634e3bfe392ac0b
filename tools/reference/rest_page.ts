import { makeOpenApi, type OpenApiOperation } from "../../lib/web/mod.ts";
import { ROUTES } from "../../routes/manifest_gen.ts";
import { bodyRows } from "./_body_rows.ts";
import { head, table } from "./_markdown.ts";

/** The page of REST calls, from the same document that the server gives. */
export function restPage(): string {
  const { paths } = makeOpenApi(ROUTES, { version: "" });
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) =>
      callText(`${method.toUpperCase()} ${path}`, operation)
    )
  );
  return head("REST calls", "the OpenAPI document that `GET /api/openapi.json` gives") +
    "Bodies are JSON, and so are answers unless a row says otherwise. Refusals are problem+json\n" +
    "(RFC 9457) with a code of [the catalogue](errors.md).\n\n" + calls.join("\n");
}

function callText(call: string, operation: OpenApiOperation): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const given = parameters.map(({ name, in: where, required, description }) => [
    `\`${name}\``,
    `${where}${required ? ", required" : ""}`,
    description ?? "",
  ]);
  const body = bodyRows(requestBody);
  const answers = Object.entries(responses).map(([status, { description, content }]) => [
    status,
    description,
    Object.keys(content ?? {}).map((type) => `\`${type}\``).join(", "),
  ]);
  return [
    `## ${call}\n`,
    `${summary}.\n`,
    ...description === undefined ? [] : [`${description}\n`],
    ...given.length + body.length === 0
      ? []
      : [table(["Takes", "Where", "Meaning"], [...given, ...body])],
    table(["Status", "When", "Body"], answers),
  ].join("\n");
}
