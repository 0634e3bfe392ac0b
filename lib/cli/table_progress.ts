import type { TableProgress } from "../app/mod.ts";
import type { CliContext } from "./cli_context.ts";
import { count, counted, rate } from "./words.ts";

/** Tells how far a work is that takes table after table, until it is stopped. */
export interface TableMeter {
  update(progress: TableProgress): void;
  stop(): void;
}

/** How often a terminal is drawn. */
const DRAW_INTERVAL_MS = 100;

/** Back to the line's start, and nothing on it. */
const CLEAR_LINE = "\r\x1b[K";

/** A line that changes on a terminal, a line a table in a log, nothing for programs. */
export function startTableProgress(context: CliContext): TableMeter {
  const { options: { json, quiet }, err } = context;
  if (json || quiet) return { update: () => {}, stop: () => {} };
  return err.isTerminal ? liveLine(context) : tableLines(context);
}

function liveLine({ err }: CliContext): TableMeter {
  const startedAtMs = performance.now();
  let drawnAtMs = -Infinity;
  return {
    update: (progress) => {
      const nowMs = performance.now();
      if (nowMs - drawnAtMs < DRAW_INTERVAL_MS) return;
      drawnAtMs = nowMs;
      const { rowsDone, rowsTotal, table } = progress;
      const share = rowsTotal === 0 ? 1 : rowsDone / rowsTotal;
      const percent = `${Math.floor(share * 100)}%`.padStart(4);
      const pace = rowsDone === 0 ? "" : `, ${rate(rowsDone, nowMs - startedAtMs)}`;
      const line = `${percent}  ${counted(rowsDone, "row")}${pace}  ${table}`;
      err.print(`${CLEAR_LINE}${line.slice(0, Math.max(0, err.columns - 1))}`);
    },
    stop: () => err.print(CLEAR_LINE),
  };
}

function tableLines({ err }: CliContext): TableMeter {
  let shown = "";
  return {
    update: ({ table, tablesDone, tablesTotal, rowsDone, rowsTotal }) => {
      if (table === shown) return;
      shown = table;
      const rows = `${count(rowsDone)} of ${counted(rowsTotal, "row")} done`;
      const place = tablesDone < tablesTotal ? `${tablesDone + 1}/${tablesTotal} ` : "";
      err.print(`${place}${table} (${rows})\n`);
    },
    stop: () => {},
  };
}
