import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FindingJson } from "../components/finding_list.tsx";
import { nameFault } from "../components/name_help.ts";
import { sentences } from "../components/sentences.ts";
import type { SchemaDraft } from "../components/schema_fields.tsx";
import type { SchemaJson } from "../components/table_view.ts";
import type { GeneratorsByColumn } from "../lib/app/mod.ts";
import { ApiError, askApi } from "./_api.ts";

const QUIET_MS = 350;

/** How a text is understood, and what there is to say about it. */
export interface CheckState {
  readonly status: "empty" | "checking" | "understood" | "refused";
  readonly findings: readonly FindingJson[];
  /** What only the server knows of the name; the text is read all the same. */
  readonly nameRefusal: string;
  /** Said of the whole text, where no finding says it. */
  readonly message: string;
  readonly schema: SchemaJson | null;
  readonly generators: GeneratorsByColumn;
  readonly leftOut: readonly string[];
}

interface CheckAnswer {
  readonly schema: SchemaJson;
  readonly left_out: readonly string[];
  readonly diagnostics: readonly FindingJson[];
  readonly generators: GeneratorsByColumn;
}

const NOTHING: CheckState = {
  ...{ status: "empty", findings: [], message: "", schema: null, generators: {}, leftOut: [] },
  nameRefusal: "",
};

/** Has the draft checked when nothing was typed for a moment. */
export function useCheck(draft: SchemaDraft): Signal<CheckState> {
  const state = useSignal<CheckState>(NOTHING);
  const stop = useRef(new AbortController());
  const { format, sql, json, name, dialect, rows, locale } = draft;
  const text = format === "sql" ? sql : json;
  useEffect(() => {
    stop.current.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    if (text.trim() === "") {
      state.value = NOTHING;
      return;
    }
    state.value = { ...state.value, status: "checking" };
    const timer = setTimeout(async () => {
      const checked = await check(draft, signal);
      if (!signal.aborted) state.value = checked;
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [format, text, format === "sql" ? `${name}\n${dialect}\n${rows}\n${locale}` : ""]);
  return state;
}

/** A name that cannot be taken hinders nobody from seeing how the text is understood. */
const PLACEHOLDER = "untitled";

async function check(draft: SchemaDraft, signal: AbortSignal): Promise<CheckState> {
  const name = draft.name.trim();
  const asked = name === "" || nameFault(name) !== null ? PLACEHOLDER : name;
  try {
    return await understood({ ...draft, name: asked }, signal);
  } catch (error) {
    if (!(error instanceof ApiError)) return NOTHING;
    const { code, detail, hint, errors } = error.problem;
    const message = sentences(detail, hint);
    if (code === "NAME_INVALID" && draft.format === "sql" && asked !== PLACEHOLDER) {
      const others = await check({ ...draft, name: PLACEHOLDER }, signal);
      return { ...others, nameRefusal: message };
    }
    return { ...NOTHING, status: "refused", findings: errors, message };
  }
}

async function understood(
  { format, sql, json, name, dialect, rows, locale }: SchemaDraft,
  signal: AbortSignal,
): Promise<CheckState> {
  const target = rows.trim() === "" ? null : Number(rows);
  const body = format === "json" ? { kind: "json", text: json } : {
    ...{ kind: "ddl", text: sql, dialect, name },
    ...locale !== "en" && { locale },
    ...Number.isSafeInteger(target) && { target_rows: target },
  };
  const answer = await askApi<CheckAnswer>("/api/check-schema", { body, signal });
  const { schema, generators, diagnostics: findings, left_out: leftOut } = answer;
  return { ...NOTHING, status: "understood", schema, generators, findings, leftOut };
}
