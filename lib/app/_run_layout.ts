import type { RunRecord } from "../catalog/mod.ts";
import { invariant } from "../errors/mod.ts";
import type { FileLayout } from "../storage/mod.ts";

const CODECS: readonly FileLayout["codec"][] = ["none", "snappy", "zstd", "gzip"];

/** The layout of a run, as it was recorded. */
export function runLayout({ layout: { partRows, codec } }: RunRecord): FileLayout {
  const known = CODECS.find((each) => each === codec);
  invariant(known !== undefined, `the catalog holds a run packed with '${codec}'`);
  return { partRows, codec: known };
}
