import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ProblemBanner } from "../components/problem_banner.tsx";
import { TableData, type TableDataJson } from "../components/table_data.tsx";
import { ApiError, askApi } from "./_api.ts";

interface TableDataLoaderProps {
  readonly experiment: string;
  readonly table: string;
  /** Where the same is shown without script. */
  readonly href: string;
}

/** Has a table measured when the page is there already, for large tables take a while. */
export default function TableDataLoader(
  { experiment, table, href }: TableDataLoaderProps,
): JSX.Element {
  const data = useSignal<TableDataJson | null>(null);
  const problem = useSignal<ApiError["problem"] | null>(null);
  const isAlive = useSignal(false);
  useEffect(() => {
    isAlive.value = true;
    const stop = new AbortController();
    load(experiment, table, stop.signal).then(
      (loaded) => void (data.value = loaded),
      (error) => {
        if (stop.signal.aborted) return;
        if (!(error instanceof ApiError)) throw error;
        problem.value = error.problem;
      },
    );
    return () => stop.abort();
  }, []);
  if (problem.value !== null) return <ProblemBanner problem={problem.value} />;
  if (data.value !== null) return <TableData data={data.value} />;
  if (!isAlive.value) {
    return (
      <p>
        <a class="button" href={href}>Show sample rows and profiles</a>
      </p>
    );
  }
  return (
    <div class="stack" role="status" aria-label="Reading the data">
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}

async function load(
  experiment: string,
  table: string,
  signal: AbortSignal,
): Promise<TableDataJson> {
  const base = `/api/experiments/${experiment}/tables/${encodeURIComponent(table)}`;
  const [sample, picture] = await Promise.all([
    askApi<TableDataJson["sample"]>(`${base}/sample?limit=20`, { signal }),
    askApi<TableDataJson["picture"]>(`${base}/profile`, { signal }),
  ]);
  return { sample, picture };
}
