const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const DATE_TIME = new Intl.DateTimeFormat("en", {
  dateStyle: "medium",
  timeStyle: "medium",
  timeZone: "UTC",
});

/** `1,234,567` */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `1.2M`, for places where the exact number stands nearby. */
export function formatCompact(value: number): string {
  return COMPACT.format(value);
}

/** `1 table`, `2 tables` */
export function formatCount(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`;
}

const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB"];

/** `3.4 MB`, in thousands. */
export function formatBytes(bytes: number): string {
  const power = Math.min(
    Math.floor(Math.log10(Math.max(bytes, 1)) / 3),
    BYTE_UNITS.length - 1,
  );
  const value = bytes / 1000 ** power;
  return `${value.toFixed(value < 10 && power > 0 ? 1 : 0)} ${BYTE_UNITS[power]}`;
}

/** `340 ms`, `2.4 s`, `3 min 20 s`, `1 h 5 min` */
export function formatDuration(elapsedMs: number): string {
  if (elapsedMs < 1_000) return `${Math.round(elapsedMs)} ms`;
  if (elapsedMs < 59_950) return `${(elapsedMs / 1_000).toFixed(1)} s`;
  const seconds = Math.round(elapsedMs / 1_000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor(seconds % 3_600 / 60)} min`;
}

/** `5 %`, `0.2 %`; never 0 or 100 for what is not quite. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const percent = part / whole * 100;
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  if (percent < 100 && percent > 99.9) return "> 99.9 %";
  return `${NUMBER.format(Math.round(percent * 10) / 10)} %`;
}

const STEPS: readonly (readonly [limitS: number, unitS: number, unit: string])[] = [
  [60, 1, "second"],
  [3_600, 60, "minute"],
  [86_400, 3_600, "hour"],
  [2_592_000, 86_400, "day"],
  [31_536_000, 2_592_000, "month"],
  [Infinity, 31_536_000, "year"],
];

/** `just now`, `5 minutes ago` */
export function relativeTime(iso: string, nowMs: number): string {
  const seconds = Math.max(0, Math.round((nowMs - Date.parse(iso)) / 1_000));
  if (seconds < 5) return "just now";
  const [, unitS, unit] = STEPS.find(([limitS]) => seconds < limitS)!;
  return `${formatCount(Math.floor(seconds / unitS), unit)} ago`;
}

/** `Nov 22, 2026, 11:46:51 PM UTC` */
export function exactTime(iso: string): string {
  return `${DATE_TIME.format(new Date(iso))} UTC`;
}
