import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import {
  choiceOf,
  isMissing,
  sentValues,
  type TypedValue,
  type TypedValues,
  valueOf,
} from "../components/parameter_values.ts";
import { askApi } from "./_api.ts";
import { keepValues, keptValues } from "./_kept.ts";
import { likelyType } from "./_likely_type.ts";
import type { KnownTable } from "./_sql_completion.ts";

/** The parameters of a text, and what was typed for them. */
export interface Parameters {
  /** In the order of the text. */
  readonly names: Signal<readonly string[]>;
  readonly faults: Signal<Readonly<Record<string, string>>>;
  /** As typed, of the type that was chosen or is likely. */
  readonly value: (name: string) => TypedValue;
  readonly values: () => TypedValues;
  readonly setValue: (name: string, value: TypedValue) => void;
  /** Adds values that came with a text. */
  readonly addValues: (values: TypedValues) => void;
  /** Looks again which there are. */
  readonly look: (text: string, dialect: string) => void;
  /** Tells at the fields what a statement lacks, without asking. @returns Whether it has all. */
  readonly check: (sql: string) => boolean;
  /** @returns What a statement is to be sent with; null where fields tell what is missing. */
  readonly valuesFor: (sql: string, dialect: string) => Promise<Sent | null>;
}

type Sent = ReturnType<typeof sentValues>;

export interface ParameterOptions {
  readonly experiment: string;
  readonly tables: readonly KnownTable[];
  readonly text: string;
  readonly parameters: readonly string[];
  readonly values: TypedValues;
}

const PAUSE_MS = 250;

/** Asks the server which parameters a text has, so that both find the same. */
export function useParameters(options: ParameterOptions): Parameters {
  const { experiment, tables } = options;
  const names = useSignal(options.parameters);
  const typed = useSignal(options.values);
  const faults = useSignal<Readonly<Record<string, string>>>({});
  const text = useRef(options.text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    typed.value = { ...keptValues(experiment), ...typed.value };
    return () => clearTimeout(timer.current);
  }, []);
  function value(name: string): TypedValue {
    const isTyped = Object.hasOwn(typed.value, name);
    return isTyped
      ? valueOf(typed.value, name)
      : { type: likelyType(name, { text: text.current, tables }), text: "" };
  }
  function check(wanted: readonly string[]): boolean {
    const found = wanted.flatMap((name) => {
      const fault = faultOf(name, value(name));
      return fault === null ? [] : [[name, fault]];
    });
    faults.value = Object.fromEntries(found);
    const [first] = found;
    if (first !== undefined) {
      requestAnimationFrame(() => document.getElementById(`value-${first[0]}`)?.focus());
    }
    return first === undefined;
  }
  const values = () => Object.fromEntries(names.value.map((name) => [name, value(name)]));
  return {
    ...{ names, faults, value, values },
    check: (sql) => check(names.value.filter((name) => sql.includes(`:${name}`))),
    setValue(name, { type, text }) {
      typed.value = { ...typed.value, [name]: { type: choiceOf(type), text } };
      const { [name]: _, ...others } = faults.value;
      faults.value = others;
      keepValues(experiment, typed.value);
    },
    addValues: (more) => typed.value = { ...typed.value, ...more },
    look(sql, dialect) {
      text.current = sql;
      clearTimeout(timer.current);
      timer.current = setTimeout(async () => {
        const found = await namesIn(sql, dialect);
        if (text.current === sql && found !== null) names.value = found;
      }, PAUSE_MS);
    },
    async valuesFor(sql, dialect) {
      const wanted = await namesIn(sql, dialect) ?? [];
      names.value = [...names.value, ...wanted.filter((name) => !names.value.includes(name))];
      return check(wanted) ? sentValues(wanted, values()) : null;
    },
  };
}

/** Null where nobody answers: what runs then tells of it. */
async function namesIn(sql: string, dialect: string): Promise<readonly string[] | null> {
  if (!/:[\p{L}_]/u.test(sql)) return [];
  try {
    const { statements } = await askApi<
      { statements: readonly { readonly parameters: readonly string[] }[] }
    >("/api/query/statements", { body: { sql, dialect } });
    return [...new Set(statements.flatMap(({ parameters }) => parameters))];
  } catch {
    return null;
  }
}

/** The server reads values as strictly; here the field is known. */
function faultOf(name: string, { type, text }: TypedValue): string | null {
  if (isMissing({ type, text })) return `Give :${name} a value, or choose NULL as its type`;
  const plain = text.trim();
  if (type === "number" && !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain)) {
    return `'${plain}' is no number; write it as 1234.5`;
  }
  if (type === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(plain)) {
    return `'${plain}' is no date; write it as 2024-05-31`;
  }
  if (type === "timestamp" && !/^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}|$)/.test(plain)) {
    return `'${plain}' is no timestamp; write it as 2024-05-31 18:30`;
  }
  if (type === "boolean" && !/^(?:true|false)$/i.test(plain)) return `:${name} is true or false`;
  return null;
}
