import type { JSX } from "preact";
import { ExperimentHead } from "../../../components/experiment_head.tsx";
import type { ShownProblem } from "../../../components/problem_banner.tsx";
import type { ScriptJson } from "../../../components/script_list.tsx";
import { type FirstRows, NoData } from "../../../components/sql_answer.tsx";
import { tableView } from "../../../components/table_view.ts";
import SqlWorkspace from "../../../islands/sql_workspace.tsx";
import {
  type ExperimentSummary,
  pageSavedQueries,
  showExperiment,
  showSavedQuery,
} from "../../../lib/app/mod.ts";
import {
  type AnswerFormat,
  defineHandlers,
  type FormValues,
  Island,
  type PageContext,
  pageProblem,
  type PageProps,
  queryAnswer,
  type QueryAsked,
  releaseAfter,
  savedQueryToJson,
  schemaView,
} from "../../../lib/web/mod.ts";

interface Data {
  readonly name: string;
  readonly schema: ReturnType<typeof schemaView>;
  readonly hasData: boolean;
  readonly scripts: readonly ScriptJson[];
  readonly dialect: Dialect;
  readonly text: string;
  readonly isGiven: boolean;
  readonly answer: FirstRows | null;
  readonly problem: ShownProblem | null;
}

type Dialect = NonNullable<QueryAsked["dialect"]>;

const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres", "duckdb"];
const FORMATS: readonly AnswerFormat[] = ["json", "jsonl", "csv", "parquet"];
/** Without script a page holds all of them. */
const ROWS_MAX = 200;
const SCRIPTS_MAX = 500;
/** The form has no fields for parameters. */
const UNSET = { parameters: new Map<string, never>() };

export const handler = defineHandlers<Data>({
  GET: ({ params, service, url }) => {
    const experiment = showExperiment(service.context, params["name"]!);
    const script = url.searchParams.get("script");
    const text = script === null
      ? url.searchParams.get("q")
      : showSavedQuery(service.context, script).sql;
    const dialect = dialectOf(url.searchParams.get("dialect"), experiment);
    const asked = text === null ? {} : { text, isGiven: true };
    return {
      title: titleOf(experiment),
      data: { ...dataOf(service, experiment), dialect, ...asked },
    };
  },
  POST: async (context) => {
    const experiment = showExperiment(context.service.context, context.params["name"]!);
    const form = await context.form();
    const text = form.text("sql");
    const dialect = dialectOf(form.text("dialect"), experiment);
    const format = FORMATS.find((each) => each === form.text("export"));
    const asked = { ...UNSET, experiment: experiment.name, dialect, signal: context.signal };
    const given = { ...dataOf(context.service, experiment), text, dialect, isGiven: true };
    const title = titleOf(experiment);
    try {
      if (format !== undefined) {
        return await fileOf(context, { ...asked, format, sql: statementOf(form) });
      }
      const answer = await firstRows(context, { ...asked, sql: text });
      return { title, data: { ...given, answer } };
    } catch (error) {
      const problem = pageProblem(context.service, error);
      return { title, data: { ...given, problem }, status: problem.status };
    }
  },
});

function titleOf({ name }: ExperimentSummary): string {
  return `SQL of ${name}`;
}

function dialectOf(asked: string | null, { schema }: ExperimentSummary): Dialect {
  return DIALECTS.find((each) => each === asked) ?? schema.dialect ?? "duckdb";
}

/** With script it is one statement of the text of which a file is wanted. */
function statementOf(form: FormValues): string {
  const statement = form.text("statement");
  return statement.trim() === "" ? form.text("sql") : statement;
}

function dataOf(
  service: PageContext["service"],
  experiment: ExperimentSummary,
): Data {
  const { name, schema, currentRun } = experiment;
  const queries = pageSavedQueries(service.context, { countMax: SCRIPTS_MAX });
  const view = schemaView(schema);
  return {
    ...{ name, schema: view, hasData: currentRun !== null, dialect: dialectOf(null, experiment) },
    scripts: queries.map(savedQueryToJson).filter((query) =>
      query.experiment === null || query.experiment.toLowerCase() === name.toLowerCase()
    ),
    text: beginningOf(view),
    ...{ isGiven: false, answer: null, problem: null },
  };
}

/** Something that can be run at once. */
function beginningOf({ tables }: Data["schema"]): string {
  const [table] = tables;
  if (table === undefined) return "SELECT 1;\n";
  const isPlain = /^[a-z_][a-z0-9_]*$/.test(table.name);
  const name = isPlain ? table.name : `"${table.name.replaceAll('"', '""')}"`;
  return `SELECT *\nFROM ${name}\nLIMIT 100;\n`;
}

/** All rows as a file, streamed; it takes a query's place until the last byte. */
async function fileOf(
  { service }: PageContext,
  asked: QueryAsked,
): Promise<Response> {
  const place = service.queryGate.enter();
  try {
    const response = releaseAfter(await queryAnswer(service, asked), place);
    const fileName = `${asked.experiment}.${asked.format}`;
    response.headers.set("content-disposition", `attachment; filename="${fileName}"`);
    return response;
  } catch (error) {
    place[Symbol.dispose]();
    throw error;
  }
}

async function firstRows(
  { service }: PageContext,
  asked: Omit<QueryAsked, "format">,
): Promise<FirstRows> {
  const startedAt = performance.now();
  using _place = service.queryGate.enter();
  const response = await queryAnswer(service, {
    ...asked,
    format: "json",
    rowCountMax: ROWS_MAX,
  });
  const answer: Omit<FirstRows, "elapsedMs"> = await response.json();
  return { ...answer, elapsedMs: performance.now() - startedAt };
}

/** Where an experiment is asked in SQL. */
export default function SqlPage({ data }: PageProps<typeof handler>): JSX.Element {
  const { name, schema, hasData, scripts, dialect, text, isGiven, answer, problem } = data;
  const tables = schema.tables.map((table) => {
    const { columns } = tableView(table);
    return {
      name: table.name,
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
    };
  });
  return (
    <div class="stack">
      <ExperimentHead name={name} schema={schema} tab="sql" title={name} />
      {!hasData && <NoData experiment={name} />}
      <Island
        of={SqlWorkspace}
        props={{ experiment: name, tables, scripts, dialect, text, isGiven, answer, problem }}
      />
    </div>
  );
}
