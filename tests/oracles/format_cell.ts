const DAY_MILLIS = 86_400_000;
const DAY_NANOS = 86_400_000_000_000n;

/** @returns The digits with the decimal point `scale` places from the right. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const sign = unscaled < 0n ? "-" : "";
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(digits.length - scale)}`;
}

/** @param days Since 1970-01-01; years 0 to 9999. */
export function dateText(days: number): string {
  return new Date(days * DAY_MILLIS).toISOString().slice(0, 10);
}

/** @param nanos Since midnight. Trailing zeros of the fraction are left out. */
export function timeText(nanos: bigint): string {
  const seconds = Number(nanos / 1_000_000_000n);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = (nanos % 1_000_000_000n).toString().padStart(9, "0").replace(/0+$/, "");
  const text = parts.map((part) => part.toString().padStart(2, "0")).join(":");
  return fraction === "" ? text : `${text}.${fraction}`;
}

/** @param nanos Since 1970-01-01 00:00:00. */
export function timestampText(nanos: bigint): string {
  const nanosOfDay = ((nanos % DAY_NANOS) + DAY_NANOS) % DAY_NANOS;
  const days = Number((nanos - nanosOfDay) / DAY_NANOS);
  return `${dateText(days)} ${timeText(nanosOfDay)}`;
}

export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param bytes Sixteen of them. */
export function uuidText(bytes: Uint8Array): string {
  return hexText(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** @param bytes The Parquet form: three little-endian unsigned integers. */
export function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [0, 4, 8].map((at) => view.getUint32(at, true)).join(" ");
}

/** @returns The big-endian integer, in two's complement. */
export function bigEndianInteger(bytes: Uint8Array): bigint {
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${hexText(bytes)}`));
}
