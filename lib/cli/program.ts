import { Command } from "commander";
import type { CliContext } from "./cli_context.ts";
import { examples, type RegisterCommand } from "./command.ts";
import { EXIT_CODE_HELP } from "./exit_code.ts";
import { experimentAdvance } from "./commands/experiment_advance.ts";
import { experimentCancel } from "./commands/experiment_cancel.ts";
import { experimentCreate } from "./commands/experiment_create.ts";
import { experimentDelete } from "./commands/experiment_delete.ts";
import { experimentExport } from "./commands/experiment_export.ts";
import { experimentExportDdl } from "./commands/experiment_export_ddl.ts";
import { experimentLoadScript } from "./commands/experiment_load_script.ts";
import { experimentPush } from "./commands/experiment_push.ts";
import { experimentGenerate } from "./commands/experiment_generate.ts";
import { experimentImportDbt } from "./commands/experiment_import_dbt.ts";
import { experimentImportSample } from "./commands/experiment_import_sample.ts";
import { experimentImportSql } from "./commands/experiment_import_sql.ts";
import { experimentList } from "./commands/experiment_list.ts";
import { experimentLoad } from "./commands/experiment_load.ts";
import { experimentPreview } from "./commands/experiment_preview.ts";
import { experimentReset } from "./commands/experiment_reset.ts";
import { experimentRuns } from "./commands/experiment_runs.ts";
import { experimentShow } from "./commands/experiment_show.ts";
import { experimentUpdate } from "./commands/experiment_update.ts";
import { experimentVerify } from "./commands/experiment_verify.ts";
import { runsPrune } from "./commands/runs_prune.ts";
import { queryDelete } from "./commands/query_delete.ts";
import { queryExecute } from "./commands/query_execute.ts";
import { queryHistory } from "./commands/query_history.ts";
import { queryList } from "./commands/query_list.ts";
import { queryRename } from "./commands/query_rename.ts";
import { queryRun } from "./commands/query_run.ts";
import { querySave } from "./commands/query_save.ts";
import { queryShow } from "./commands/query_show.ts";
import { completion } from "./commands/completion.ts";
import { demo } from "./commands/demo.ts";
import { doctor } from "./commands/doctor.ts";
import { generators } from "./commands/generators.ts";
import { schema } from "./commands/schema.ts";
import { serve } from "./commands/serve.ts";
import { sql } from "./commands/sql.ts";
import { version, versionText } from "./commands/version.ts";

const EXPERIMENT_COMMANDS: readonly RegisterCommand[] = [
  experimentCreate,
  experimentImportSql,
  experimentImportSample,
  experimentImportDbt,
  experimentList,
  experimentShow,
  experimentUpdate,
  experimentPreview,
  experimentGenerate,
  experimentAdvance,
  experimentRuns,
  experimentCancel,
  experimentLoad,
  experimentVerify,
  experimentReset,
  experimentExport,
  experimentExportDdl,
  experimentLoadScript,
  experimentPush,
  experimentDelete,
];

const QUERY_COMMANDS: readonly RegisterCommand[] = [
  queryExecute,
  queryRun,
  querySave,
  queryList,
  queryShow,
  queryRename,
  queryDelete,
  queryHistory,
];

const HELP_WIDTH_MAX = 100;

/** Makes the tree of all commands. */
export function makeProgram(context: CliContext): Command {
  const program = new Command("dw-sim")
    .description("A data warehouse on your own machine, made from its DDL.")
    .version(versionText(context), "-V, --version", "print the version")
    .option(
      "--data-dir <folder>",
      "where data is kept (default: $DW_SIM_HOME, or where the system keeps data)",
    )
    .option("--json", "print results, and errors, as JSON")
    .option("-q, --quiet", "print results and errors, and nothing else")
    .option("--all-findings", "show every warning, and not the first ones of each kind")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => context.out.print(text),
      writeErr: (text) => context.err.print(text),
      // Errors are told by report_error, in one voice.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(HELP_WIDTH_MAX, context.out.columns),
      getErrHelpWidth: () => Math.min(HELP_WIDTH_MAX, context.err.columns),
    })
    .exitOverride()
    .addHelpText("after", programHelp())
    .hook("preAction", (_, command) => void (context.options = command.optsWithGlobals()));
  const experiment = program.command("experiment")
    .description("make experiments, fill them, look at them");
  for (const register of EXPERIMENT_COMMANDS) register(experiment, context);
  const runs = program.command("runs").description("look after the runs of an experiment");
  runsPrune(runs, context);
  const query = program.command("query").description("ask the data");
  for (const register of QUERY_COMMANDS) register(query, context);
  for (const register of [sql, demo, serve, doctor, generators, schema, completion, version]) {
    register(program, context);
  }
  return program;
}

function programHelp(): string {
  const codes = EXIT_CODE_HELP.map(([code, meaning]) =>
    `  ${String(code).padStart(3)}  ${meaning}`
  );
  return examples(
    "dw-sim demo",
    "dw-sim experiment import-sql warehouse.sql --name shop --dialect redshift",
    "dw-sim experiment generate shop --rows 10000 --rows orders=1000000",
    'dw-sim query execute "SELECT count(*) FROM orders" --experiment shop',
  ) + `\n\nExit codes:\n${codes.join("\n")}`;
}
