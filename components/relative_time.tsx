import type { JSX } from "preact";
import { exactTime, relativeTime } from "./format.ts";

/** How long ago something was; exactly when, on hover and to machines. */
export function RelativeTime({ iso, nowMs }: {
  readonly iso: string;
  /** The server's, so that server and browser write the same. */
  readonly nowMs: number;
}): JSX.Element {
  return <time dateTime={iso} title={exactTime(iso)}>{relativeTime(iso, nowMs)}</time>;
}
