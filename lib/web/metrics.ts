/** Upper bounds of the request durations that are counted, in seconds. */
const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

interface Durations {
  readonly counts: number[];
  sumS: number;
  count: number;
}

/** What is counted, and what each number means. */
const COUNTERS = {
  dw_sim_runs_started_total: "Runs that this server started",
  dw_sim_runs_ended_total: "Runs of this server that ended, by status",
  dw_sim_rows_generated_total: "Rows of completed runs of this server",
  dw_sim_run_duration_ms_total: "Time that completed runs of this server took",
  dw_sim_queries_total: "Queries that this server answered, by outcome",
  dw_sim_http_requests_total: "Requests, by operation and status",
} as const;

type CounterName = keyof typeof COUNTERS;
type Labels = Readonly<Record<string, string>>;

/** Counts what the server does. Labels come from fixed sets, so that its size is bounded. */
export class Metrics {
  readonly #counters = new Map<CounterName, Map<string, number>>();
  readonly #durations = new Map<string, Durations>();

  add(name: CounterName, labels: Labels = {}, amount = 1): void {
    const series = this.#counters.get(name) ?? new Map<string, number>();
    this.#counters.set(name, series);
    const key = labelText(labels);
    series.set(key, (series.get(key) ?? 0) + amount);
  }

  /** Counts an answered request. */
  request(operation: string, status: number, elapsedMs: number): void {
    this.add("dw_sim_http_requests_total", { operation, status: String(status) });
    const durations = this.#durations.get(operation) ??
      { counts: BUCKETS_S.map(() => 0), sumS: 0, count: 0 };
    this.#durations.set(operation, durations);
    const elapsedS = elapsedMs / 1000;
    BUCKETS_S.forEach((bound, i) => elapsedS <= bound && durations.counts[i]!++);
    durations.sumS += elapsedS;
    durations.count++;
  }

  /** The text that Prometheus reads. Spec: exposition format 0.0.4. */
  text(
    gauges: Readonly<Record<string, { readonly help: string; readonly value: number }>>,
  ): string {
    const lines: string[] = [];
    for (const [name, { help, value }] of Object.entries(gauges)) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
    }
    for (const [name, help] of Object.entries(COUNTERS)) {
      const series = this.#counters.get(name as CounterName) ?? new Map([["", 0]]);
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
      for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`);
    }
    return `${[...lines, ...this.#durationLines()].join("\n")}\n`;
  }

  #durationLines(): readonly string[] {
    const name = "dw_sim_http_request_duration_seconds";
    const lines = [`# HELP ${name} Time to answer, by operation`, `# TYPE ${name} histogram`];
    for (const [operation, { counts, sumS, count }] of this.#durations) {
      counts.forEach((value, i) => {
        lines.push(`${name}_bucket${labelText({ operation, le: String(BUCKETS_S[i]) })} ${value}`);
      });
      lines.push(`${name}_bucket${labelText({ operation, le: "+Inf" })} ${count}`);
      lines.push(`${name}_sum${labelText({ operation })} ${sumS}`);
      lines.push(`${name}_count${labelText({ operation })} ${count}`);
    }
    return lines;
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}
