/** What a parameter of a query is said to be; nothing leaves it to the form of the value. */
export type ParameterChoice =
  | ""
  | "text"
  | "number"
  | "date"
  | "timestamp"
  | "boolean"
  | "null";

/** A parameter's value as it was typed. */
export interface TypedValue {
  readonly type: ParameterChoice;
  readonly text: string;
}

export type TypedValues = Readonly<Record<string, TypedValue>>;

export const PARAMETER_CHOICES: readonly {
  readonly value: ParameterChoice;
  readonly text: string;
}[] = [
  { value: "", text: "Automatic" },
  { value: "text", text: "Text" },
  { value: "number", text: "Number" },
  { value: "date", text: "Date" },
  { value: "timestamp", text: "Timestamp" },
  { value: "boolean", text: "True or false" },
  { value: "null", text: "NULL" },
];

const WRITTEN = /^([\p{L}_][\p{L}\p{N}_]*)(?::(\w+))?=([^]*)$/u;

/** Values out of an address, written as the command line has them: `name=value`, `name:type=value`. */
export function readValues(written: readonly string[]): TypedValues {
  return Object.fromEntries(
    written.flatMap((each) => {
      const [, name, type = "", text = ""] = WRITTEN.exec(each) ?? [];
      return name === undefined ? [] : [[name, { type: choiceOf(type), text }]];
    }),
  );
}

/** The other way round, of those that have a value. */
export function writeValues(names: readonly string[], values: TypedValues): readonly string[] {
  return names.flatMap((name) => {
    const { type, text } = valueOf(values, name);
    if (isMissing({ type, text })) return [];
    return [`${name}${type === "" ? "" : `:${type}`}=${text}`];
  });
}

/** @returns The choice of that name; the automatic one where there is none. */
export function choiceOf(type: string): ParameterChoice {
  return PARAMETER_CHOICES.find(({ value }) => value === type)?.value ?? "";
}

/** What was typed for a parameter; `__proto__` and its like are names as others are. */
export function valueOf(values: TypedValues, name: string): TypedValue {
  return Object.hasOwn(values, name) ? values[name]! : { type: "", text: "" };
}

export function isMissing({ type, text }: TypedValue): boolean {
  return type !== "null" && text === "";
}

/** Values as the API takes them; those that are missing are left out. */
export function sentValues(
  names: readonly string[],
  values: TypedValues,
): Record<string, { readonly type?: Exclude<ParameterChoice, "">; readonly value: string }> {
  return Object.fromEntries(
    names.filter((name) => !isMissing(valueOf(values, name))).map((name) => {
      const { type, text } = valueOf(values, name);
      return [name, type === "" ? { value: text } : { type, value: text }];
    }),
  );
}
