import {
  type AppContext,
  BackgroundChecks,
  BackgroundRuns,
  type RunJson,
  runToJson,
  showRun,
} from "../app/mod.ts";
import type { RunRecord, RunTask, StartedRun } from "../app/mod.ts";
import { DwSimError } from "../errors/mod.ts";
import { Gate } from "./_gate.ts";
import type { RouteEntry } from "./define_route.ts";
import { makeOpenApi, type OpenApi } from "./make_open_api.ts";
import { Metrics } from "./metrics.ts";
import { RunWatcher } from "./run_watcher.ts";
import type { ServerLimits } from "./server_limits.ts";

export interface ServiceOptions {
  readonly version: string;
  readonly limits: ServerLimits;
  /** All operations, of which the OpenAPI document tells. */
  readonly routes: readonly RouteEntry[];
  /** True where callers of other machines can reach the server. */
  readonly isWide: boolean;
}

/** What handlers work with. */
export class Service {
  readonly context: AppContext;
  readonly version: string;
  readonly limits: ServerLimits;
  readonly isWide: boolean;
  readonly metrics = new Metrics();
  readonly runs: BackgroundRuns;
  readonly checks = new BackgroundChecks();
  readonly watcher: RunWatcher;
  readonly requestGate: Gate;
  readonly queryGate: Gate;
  readonly streamGate: Gate;
  readonly runGate: Gate;
  readonly #stop = new AbortController();
  readonly #routes: readonly RouteEntry[];
  #openApi: OpenApi | null = null;

  constructor(context: AppContext, { version, limits, routes, isWide }: ServiceOptions) {
    this.#routes = routes;
    this.context = context;
    this.version = version;
    this.limits = limits;
    this.isWide = isWide;
    this.runs = new BackgroundRuns(context);
    this.watcher = new RunWatcher(context);
    this.requestGate = new Gate("requests", limits.requests);
    this.queryGate = new Gate("queries", limits.queries);
    this.streamGate = new Gate("event streams", limits["event-streams"]);
    this.runGate = new Gate("runs", limits.runs);
  }

  /** The OpenAPI document of all operations. */
  get openApi(): OpenApi {
    this.#openApi ??= makeOpenApi(this.#routes, { version: this.version });
    return this.#openApi;
  }

  /** Aborted when the server begins to stop. */
  get stopping(): AbortSignal {
    return this.#stop.signal;
  }

  /** Ends streams, and runs in a state that can be resumed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.checks.stop();
    await this.runs.stop(this.limits["stop-ms"]);
  }

  /**
   * Starts a run in the background.
   *
   * @throws DwSimError WEB_TOO_BUSY, and what the run is refused for.
   */
  async startRun(task: RunTask): Promise<StartedRun> {
    this.#refuseEarly(task.experiment);
    const place = this.runGate.enter();
    try {
      const started = await this.runs.start(task, (run) => {
        place[Symbol.dispose]();
        this.#countEnd(run);
      });
      this.metrics.add("dw_sim_runs_started_total");
      return started;
    } catch (error) {
      place[Symbol.dispose]();
      throw error;
    }
  }

  /** What can be told at once is told before a thread begins to plan; the catalog decides later. */
  #refuseEarly(experiment: string): void {
    const { experiments, runs } = this.context.catalog;
    const { name } = experiments.get(experiment);
    if (runs.active(name) !== null) throw new DwSimError("RUN_ALREADY_ACTIVE", { name });
  }

  /**
   * A run that was started before, perhaps by another process.
   *
   * @throws DwSimError EXPERIMENT_NOT_FOUND, RUN_NOT_FOUND.
   */
  followRun(experiment: string, id: string): StartedRun {
    const run = showRun(this.context, experiment, id);
    return { run, ended: this.#endOf(run) };
  }

  async #endOf(run: RunRecord): Promise<RunRecord> {
    if (!isActive(run)) return run;
    const ended = Promise.withResolvers<RunRecord>();
    using _watch = this.watcher.watch(run, (now) => {
      if (now === null) ended.reject(new DwSimError("RUN_NOT_FOUND", { id: run.id }));
      else if (!isActive(now)) ended.resolve(now);
    });
    return await ended.promise;
  }

  #countEnd({ status, rowCounts, startedAt, completedAt }: RunRecord): void {
    this.metrics.add("dw_sim_runs_ended_total", { status });
    if (rowCounts === null || startedAt === null || completedAt === null) return;
    const rowCount = Object.values(rowCounts).reduce((sum, count) => sum + count, 0);
    const elapsedMs = Date.parse(completedAt) - Date.parse(startedAt);
    this.metrics.add("dw_sim_rows_generated_total", {}, rowCount);
    this.metrics.add("dw_sim_run_duration_ms_total", {}, elapsedMs);
  }

  /** Takes from a text where on this machine things lie. */
  redact(text: string): string {
    return text.replaceAll(this.context.dataRoot.path, "<data folder>");
  }

  /** A run as it is sent: traces tell of our files, and stay here. */
  runJson(run: RunRecord): Omit<RunJson, "error_trace"> {
    const { error_trace: _, error_message, ...json } = runToJson(run);
    return { ...json, error_message: error_message === null ? null : this.redact(error_message) };
  }
}

function isActive({ status }: RunRecord): boolean {
  return status === "queued" || status === "running";
}
