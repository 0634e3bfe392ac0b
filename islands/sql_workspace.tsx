import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ProblemBanner, type ShownProblem } from "../components/problem_banner.tsx";
import { Icon } from "../components/icon.tsx";
import type { ScriptJson } from "../components/script_list.tsx";
import { type FirstRows, SqlAnswer } from "../components/sql_answer.tsx";
import type { TypedValues } from "../components/parameter_values.ts";
import { loadQueries } from "./_languages.ts";
import { ExportMenu, SaveDialog, SaveMenu } from "./_out_menus.tsx";
import { ParameterFields } from "./_parameter_fields.tsx";
import { SidePanel } from "./_side_panel.tsx";
import type { KnownTable } from "./_sql_completion.ts";
import { TextEditor } from "./_text_editor.tsx";
import { useScripts } from "./_use_scripts.ts";
import { useWorkspace, type Workspace } from "./_use_workspace.ts";

interface SqlWorkspaceProps {
  readonly experiment: string;
  readonly tables: readonly KnownTable[];
  readonly scripts: readonly ScriptJson[];
  /** What the text is written in. */
  readonly dialect: string;
  readonly text: string;
  /** Names of the text's parameters. */
  readonly parameters: readonly string[];
  readonly values: TypedValues;
  /** Functions of each dialect, with blanks between them. */
  readonly functions: Readonly<Record<string, string>>;
  /** True where the text was asked for, so that nothing kept takes its place. */
  readonly isGiven: boolean;
  /** What the server answered to who has no script. */
  readonly answer: FirstRows | null;
  readonly problem: ShownProblem | null;
}

const DIALECTS = [
  { value: "redshift", text: "Amazon Redshift" },
  { value: "snowflake", text: "Snowflake" },
  { value: "postgres", text: "PostgreSQL" },
  { value: "duckdb", text: "DuckDB" },
];

/** Asks an experiment in SQL. Without script it is a form whose answer is on the next page. */
export default function SqlWorkspace(props: SqlWorkspaceProps): JSX.Element {
  const { experiment, tables, text, functions } = props;
  const workspace = useWorkspace(props);
  const scripts = useScripts(experiment, props.scripts);
  const keep = () => scripts.keep(workspace.text());
  const { dialect, answers, run, runAll } = workspace;
  return (
    <div class="sql">
      <SidePanel workspace={workspace} scripts={scripts} tables={tables} />
      <div class="sql-main stack">
        <form
          class="stack-tight"
          method="post"
          action={`/experiments/${experiment}/sql`}
          onSubmit={(event) => {
            // Files are the server's affair: the browser writes them as they come.
            if ((event.submitter as HTMLButtonElement | null)?.name === "export") return;
            event.preventDefault();
            run();
          }}
        >
          {/* What Enter in a field presses, whatever else can be pressed at the moment. */}
          <button type="submit" hidden />
          <TextEditor
            name="sql"
            label="SQL"
            hint="SELECT …"
            text={text}
            load={() =>
              loadQueries({
                tables,
                dialect: () => dialect.value,
                functions: () => functions[dialect.value] ?? "",
                keys: { "Mod-Enter": run, "Mod-Shift-Enter": runAll, "Mod-s": keep },
              })}
            onChange={workspace.onText}
            onReady={workspace.setEditor}
          />
          <ParameterFields parameters={workspace.parameters} />
          <div class="row-apart sql-bar">
            <Bar workspace={workspace} />
            <div class="row row-tight">
              <ExportMenu workspace={workspace} />
              {workspace.isAlive.value && <SaveMenu workspace={workspace} scripts={scripts} />}
            </div>
          </div>
        </form>
        <SaveDialog workspace={workspace} scripts={scripts} />
        <Answers workspace={workspace} />
        {answers.value.length === 0 && props.problem !== null && (
          <ProblemBanner problem={props.problem} />
        )}
        {answers.value.length === 0 && props.answer !== null && <SqlAnswer answer={props.answer} />}
      </div>
    </div>
  );
}

/** What came; the grid is loaded while the first statement runs. */
function Answers({ workspace }: { readonly workspace: Workspace }): JSX.Element | null {
  const panel = useSignal<typeof import("./_result_panel.tsx") | null>(null);
  const hasAnswers = workspace.answers.value.length > 0;
  useEffect(() => {
    if (hasAnswers) import("./_result_panel.tsx").then((loaded) => panel.value = loaded);
  }, [hasAnswers]);
  if (!hasAnswers || panel.value === null) return null;
  return <panel.value.ResultPanel workspace={workspace} />;
}

function Bar({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { dialect, isRunning, isAlive, run, runAll, cancel, setDialect } = workspace;
  return (
    <div class="row row-tight">
      {isRunning.value
        ? (
          // With keys the two are never one element: a click on one must not submit as the other.
          <button
            type="button"
            class="button button-danger button-small"
            onClick={cancel}
            key="cancel"
          >
            <Icon name="stop" />
            Cancel
          </button>
        )
        : (
          <button
            type="submit"
            class="button button-primary button-small"
            title="The selection, or the statement at the cursor"
            key="run"
          >
            <Icon name="play" />
            Run
            {isAlive.value && <kbd aria-hidden="true">Ctrl ⏎</kbd>}
          </button>
        )}
      {isAlive.value && (
        <>
          <button
            type="button"
            class="button button-small"
            disabled={isRunning.value}
            title="Ctrl+Shift+Enter: one statement after the other"
            onClick={runAll}
          >
            Run all
          </button>
          <button
            type="button"
            class="button button-small"
            disabled={isRunning.value}
            title="How the engine goes about it"
            onClick={() => run("plan")}
          >
            Explain
          </button>
        </>
      )}
      <span class="choice">
        <select
          class="input input-small"
          aria-label="Dialect"
          name="dialect"
          title="What the SQL is written in"
          onChange={({ currentTarget }) => setDialect(currentTarget.value)}
        >
          {DIALECTS.map(({ value, text }) => (
            <option value={value} selected={value === dialect.value} key={value}>{text}</option>
          ))}
        </select>
      </span>
    </div>
  );
}
