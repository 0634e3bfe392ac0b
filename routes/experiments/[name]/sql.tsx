import type { JSX } from "preact";
import { ExperimentHead } from "../../../components/experiment_head.tsx";
import {
  choiceOf,
  readValues,
  sentValues,
  type TypedValues,
} from "../../../components/parameter_values.ts";
import type { ShownProblem } from "../../../components/problem_banner.tsx";
import type { ScriptJson } from "../../../components/script_list.tsx";
import { type FirstRows, NoData } from "../../../components/sql_answer.tsx";
import { tableView } from "../../../components/table_view.ts";
import SqlWorkspace from "../../../islands/sql_workspace.tsx";
import {
  dialectFunctions,
  type ExperimentSummary,
  pageSavedQueries,
  readStatements,
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
  readParameters,
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
  readonly parameters: readonly string[];
  readonly values: TypedValues;
  readonly isGiven: boolean;
  readonly answer: FirstRows | null;
  readonly problem: ShownProblem | null;
}

type Dialect = NonNullable<QueryAsked["dialect"]>;

const DIALECTS: readonly Dialect[] = ["redshift", "snowflake", "postgres", "duckdb"];
const FORMATS: readonly AnswerFormat[] = ["json", "jsonl", "csv", "parquet"];
/** As few letters as possible: every page has them. */
const FUNCTIONS = Object.fromEntries(
  DIALECTS.map((dialect) => [dialect, dialectFunctions(dialect).join(" ")]),
);
/** Without script a page holds all of them. */
const ROWS_MAX = 200;
const SCRIPTS_MAX = 500;

export const handler = defineHandlers<Data>({
  GET: ({ params, service, url }) => {
    const experiment = showExperiment(service.context, params["name"]!);
    const script = url.searchParams.get("script");
    const text = script === null
      ? url.searchParams.get("q")
      : showSavedQuery(service.context, script).sql;
    const dialect = dialectOf(url.searchParams.get("dialect"), experiment);
    const asked = text === null ? {} : { text, isGiven: true };
    const parameters = parametersOf(service, { sql: text ?? "", dialect });
    const values = readValues(url.searchParams.getAll("set"));
    return {
      title: titleOf(experiment),
      data: { ...dataOf(service, experiment), dialect, parameters, values, ...asked },
    };
  },
  POST: async (context) => {
    const experiment = showExperiment(context.service.context, context.params["name"]!);
    const form = await context.form();
    const text = form.text("sql");
    const dialect = dialectOf(form.text("dialect"), experiment);
    const format = FORMATS.find((each) => each === form.text("export"));
    const values = valuesOf(form);
    const parameters = parametersOf(context.service, { sql: text, dialect });
    const given = {
      ...{ ...dataOf(context.service, experiment), text, dialect, isGiven: true },
      ...{ parameters, values },
    };
    const title = titleOf(experiment);
    try {
      const sql = format === undefined ? text : statementOf(form);
      const names = parametersOf(context.service, { sql, dialect });
      const asked = {
        ...{ experiment: experiment.name, dialect, signal: context.signal, sql },
        parameters: readParameters(sentValues(names, values)),
      };
      if (format !== undefined) return await fileOf(context, { ...asked, format });
      const answer = await firstRows(context, asked);
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

/** Names of a text's parameters, each once. */
function parametersOf(
  { context }: PageContext["service"],
  asked: { readonly sql: string; readonly dialect: Dialect },
): readonly string[] {
  return [...new Set(readStatements(context, asked).flatMap(({ parameters }) => parameters))];
}

function valuesOf(form: FormValues): TypedValues {
  const texts = form.startingWith("set.");
  const types = form.startingWith("type.");
  return Object.fromEntries(
    [...types].map(([name, type]) => [name, { type: choiceOf(type), text: texts.get(name) ?? "" }]),
  );
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
    ...{ text: beginningOf(view), parameters: [], values: {} },
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
  const { name, schema, hasData, ...given } = data;
  const tables = schema.tables.map((table) => {
    const { columns, references } = tableView(table);
    return {
      ...{ name: table.name, references },
      columns: columns.map((column) => ({ name: column.name, type: column.type })),
    };
  });
  return (
    <div class="stack">
      <ExperimentHead name={name} schema={schema} tab="sql" title={name} />
      {!hasData && <NoData experiment={name} />}
      <Island
        of={SqlWorkspace}
        props={{ experiment: name, tables, functions: FUNCTIONS, ...given }}
      />
    </div>
  );
}
