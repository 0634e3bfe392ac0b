import type { DdlWriting } from "./ddl_writing.ts";
import { isColumnClause, isTableClause } from "./read_back.ts";
import type { PropertyRule, PropertyRules } from "./write_dialect.ts";

type Properties = Readonly<Record<string, string>> | undefined;

/**
 * Writes the physical properties that the dialect has and whose values can be believed. They are in
 * the words of the schema's own dialect, and so are written for no other.
 *
 * @returns One clause a property.
 */
export function writeProperties(
  properties: Properties,
  at: PropertyPlace,
  writing: DdlWriting,
): readonly string[] {
  return Object.keys(rulesOf(at, writing)).flatMap((name) => {
    const text = propertyClause(name, { properties, at }, writing);
    return text === null ? [] : [text];
  });
}

/** Where a property stands. */
export type PropertyPlace = "table" | "column";

function rulesOf(at: PropertyPlace, { rules }: DdlWriting): PropertyRules {
  return at === "table" ? rules.tableProperties : rules.columnProperties;
}

/** Names of the table's properties that are not written. */
export function leftOut(properties: Properties, writing: DdlWriting): readonly string[] {
  return Object.keys(properties ?? {}).filter((name) =>
    name !== "table_kind" && propertyClause(name, { properties, at: "table" }, writing) === null
  );
}

/** The clause of a property, or null where there is none, or none that can be believed. */
function propertyClause(
  name: string,
  { properties, at }: { readonly properties: Properties; readonly at: PropertyPlace },
  writing: DdlWriting,
): string | null {
  const { own, purpose } = writing;
  const rules = rulesOf(at, writing);
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  const value = properties?.[name];
  if (own === null || rule === undefined || value === undefined) return null;
  if (rule.isLogic === true && purpose !== "definition") return null;
  if (!rule.pattern.test(value)) return null;
  const text = clause(value, rule);
  const isBelieved = at === "table" ? isTableClause : isColumnClause;
  return isBelieved(text, { name, value, dialect: own }) ? text : null;
}

function clause(value: string, { words, isFlag }: PropertyRule): string {
  if (isFlag) return words;
  // COMPOUND and INTERLEAVED come before the word they sharpen.
  const sharpened = words === "SORTKEY" ? /^(compound|interleaved)(.*)$/is.exec(value) : null;
  if (sharpened !== null) return `${sharpened[1]} ${words}${sharpened[2]}`;
  const text = words === "GENERATED ALWAYS AS" ? `${value} STORED` : value;
  return `${words} ${text}`;
}
