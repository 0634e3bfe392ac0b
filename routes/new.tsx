import type { JSX } from "preact";
import type { ShownProblem } from "../components/problem_banner.tsx";
import type { SchemaDraft } from "../components/schema_fields.tsx";
import type { SchemaJson } from "../components/table_view.ts";
import type { FindingJson } from "../components/finding_list.tsx";
import SchemaForm from "../islands/schema_form.tsx";
import {
  CHANGEABLE_FIELDS,
  type ColumnChanges,
  type GeneratorsByColumn,
  LOCALES,
  type SchemaText,
} from "../lib/app/mod.ts";
import { diagnostic, DwSimError } from "../lib/errors/mod.ts";
import {
  defineHandlers,
  findingToJson,
  type FormValues,
  Island,
  type PageContext,
  pageProblem,
  type PageProps,
  redirect,
  schemaView,
} from "../lib/web/mod.ts";
import { z } from "zod";

interface Checked {
  readonly schema: SchemaJson;
  readonly generators: GeneratorsByColumn;
  readonly findings: readonly FindingJson[];
  readonly leftOut: readonly string[];
}

interface Data {
  readonly draft: SchemaDraft;
  readonly problem: ShownProblem | null;
  readonly checked: Checked | null;
}

const TITLE = "New experiment";

const DIALECTS = ["redshift", "snowflake", "postgres"] as const;

const changesSchema = z.record(
  z.string(),
  z.record(z.string(), z.partialRecord(z.enum(CHANGEABLE_FIELDS), z.unknown())),
);

export const handler = defineHandlers<Data>({
  GET: ({ url }) => {
    const format = url.searchParams.get("from") === "json" ? "json" : "sql";
    const empty = { name: "", dialect: "redshift", rows: "", locale: "en", sql: "", json: "" };
    const draft = { format, ...empty, columns: "{}" } as const;
    return { title: TITLE, data: { draft, problem: null, checked: null } };
  },
  POST: async (context) => {
    const form = await context.form();
    const draft = readDraft(form);
    const { service } = context;
    try {
      if (form.text("action") === "check") {
        return {
          title: TITLE,
          data: { draft, problem: null, checked: await check(context, draft) },
        };
      }
      const { name } = await create(context, draft, form.has("leave_out"));
      const toast = { kind: "success", text: `Created ${name}` } as const;
      return redirect(`/experiments/${name}`, { toast });
    } catch (error) {
      const problem = pageProblem(service, error);
      const checked = await check(context, draft).catch(noneIfRefused);
      return { title: TITLE, data: { draft, problem, checked }, status: problem.status };
    }
  },
});

/** Without script a file is sent instead of a text. */
function readDraft(form: FormValues): SchemaDraft {
  const draft = {
    format: form.text("format") === "json" ? "json" as const : "sql" as const,
    ...{ name: form.text("name").trim(), dialect: form.text("dialect") },
    ...{ rows: form.text("rows").trim(), columns: form.text("columns") || "{}" },
    locale: form.text("locale") || "en",
    ...{ sql: form.text("sql"), json: form.text("json") },
  };
  const file = form.text("files");
  return file.trim() === "" ? draft : { ...draft, [draft.format]: file };
}

function create(
  { service: { checks, context } }: PageContext,
  draft: SchemaDraft,
  leaveOut: boolean,
): Promise<{ readonly name: string }> {
  const columns = draft.format === "json" ? {} : readChanges(draft.columns);
  const input = inputOf(draft, { strict: !leaveOut });
  return checks.make({ input, columns }, context.dataRoot.path);
}

async function check({ service }: PageContext, draft: SchemaDraft): Promise<Checked> {
  const { schema, generators, diagnostics, leftOut } = await service.checks.interpret(
    inputOf(draft, {}),
  );
  const findings = diagnostics.map(findingToJson);
  return { schema: schemaView(schema), generators, findings, leftOut };
}

function inputOf(draft: SchemaDraft, means: { readonly strict?: boolean }): SchemaText {
  return draft.format === "json"
    ? { kind: "json", text: draft.json, source: "The JSON" }
    : { kind: "ddl", text: draft.sql, options: { ...ddlOptions(draft), ...means } };
}

function noneIfRefused(error: unknown): null {
  if (error instanceof DwSimError) return null;
  throw error;
}

function ddlOptions({ name, dialect, rows, locale }: SchemaDraft) {
  const known = DIALECTS.find((each) => each === dialect);
  if (known === undefined) throw fieldInvalid("dialect", `'${dialect.slice(0, 50)}' is none`);
  const spoken = LOCALES.find((each) => each === locale);
  if (spoken === undefined) throw fieldInvalid("locale", `'${locale.slice(0, 50)}' is none`);
  const count = rows === "" ? undefined : Number(rows);
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0)) {
    throw fieldInvalid("rows", `'${rows.slice(0, 50)}' is no whole number from 0`);
  }
  return {
    ...{ source: "The SQL", name, dialect: known },
    ...spoken !== "en" && { locale: spoken },
    ...count !== undefined && { rows: count },
  };
}

/** What scripts put into the form is parsed like what anybody sends. */
function readChanges(text: string): ColumnChanges {
  try {
    return changesSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw fieldInvalid("columns", "it holds no changes of columns", cause);
  }
}

function fieldInvalid(field: string, reason: string, cause?: unknown): DwSimError {
  const problem = diagnostic("WEB_FIELD_INVALID", { field, reason }, { path: field });
  return new DwSimError("WEB_REQUEST_INVALID", { count: 1 }, { problems: [problem], cause });
}

/** Makes an experiment of SQL or JSON. */
export default function NewPage({ data }: PageProps<typeof handler>): JSX.Element {
  return (
    <div class="stack">
      <div class="page-head">
        <nav class="crumbs" aria-label="Where you are">
          <ol>
            <li>
              <a href="/">Experiments</a>
            </li>
            <li aria-current="page">New</li>
          </ol>
        </nav>
        <h1>New experiment</h1>
      </div>
      <Island of={SchemaForm} props={data} />
    </div>
  );
}
