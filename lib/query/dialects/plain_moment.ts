const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/;
const PLAIN_TIME = /^\d\d:\d\d:\d\d(?:\.\d+)?$/;
const PLAIN_MOMENT = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;

/**
 * Whether the engine reads a text as Snowflake does, which knows other forms, too.
 *
 * @param text The text of a date, a time or a moment.
 * @param type The engine's type that it is read as.
 */
export function isPlainMoment(text: string, type: string): boolean {
  if (type === "DATE") return PLAIN_DATE.test(text);
  return (type === "TIME" ? PLAIN_TIME : PLAIN_MOMENT).test(text);
}
