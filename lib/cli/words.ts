const GROUPED = new Intl.NumberFormat("en-US");

/** 1234567 → "1,234,567". */
export function count(value: number): string {
  return GROUPED.format(value);
}

/** 1, "row" → "1 row"; 2000, "row" → "2,000 rows"; 2, "key", "keys" likewise. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}

const BYTE_UNITS = ["B", "kB", "MB", "GB", "TB"];

/** 34250000 → "34.3 MB". */
export function bytes(value: number): string {
  let unit = 0;
  for (; value >= 1000 && unit < BYTE_UNITS.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

/** 950 → "950 ms"; 12345 → "12.3 s"; 125000 → "2 min 5 s"; 7320000 → "2 h 2 min". */
export function duration(elapsedMs: number): string {
  if (elapsedMs < 1000) return `${Math.round(elapsedMs)} ms`;
  const seconds = elapsedMs / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Rows and milliseconds → "1.2M rows/s". */
export function rate(rowCount: number, elapsedMs: number): string {
  return speed(rowCount / Math.max(elapsedMs, 1) * 1000);
}

/** 1234567 → "1.2M rows/s". */
export function speed(perSecond: number): string {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(1)}M rows/s`;
  if (perSecond >= 1e4) return `${Math.round(perSecond / 1e3)}k rows/s`;
  return `${count(Math.round(perSecond))} rows/s`;
}

/** ISO 8601 → "2026-01-31 09:30", in the user's time zone. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
