import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { ScriptJson } from "../components/script_list.tsx";
import { sentences } from "../components/sentences.ts";
import { ApiError, askApi } from "./_api.ts";

/** The saved queries of an experiment. */
export interface Scripts {
  readonly scripts: Signal<readonly ScriptJson[]>;
  /** The one that is open, so that saving again keeps its name. */
  readonly openName: Signal<string>;
  /** Asks for a name. */
  readonly dialog: { readonly current: HTMLDialogElement | null };
  readonly askName: () => void;
  /** Saves at once what is open by a name; asks for one otherwise. */
  readonly keep: (sql: string) => void;
  /** What was done just now, for a moment. */
  readonly told: Signal<string>;
  readonly tell: (what: string) => void;
  /** Why the last deed was refused; empty where it was not. */
  readonly fault: Signal<string>;
  /** @returns Whether it is done; a taken name is replaced only when that is wanted. */
  readonly save: (name: string, sql: string, isReplacing: boolean) => Promise<boolean>;
  readonly rename: (script: ScriptJson, name: string) => Promise<boolean>;
  readonly remove: (script: ScriptJson) => Promise<boolean>;
}

const TOLD_MS = 2_500;

/** Keeps the list of saved queries and the server in step. */
export function useScripts(experiment: string, initial: readonly ScriptJson[]): Scripts {
  const scripts = useSignal(initial);
  const openName = useSignal("");
  const fault = useSignal("");
  const told = useSignal("");
  const dialog = useRef<HTMLDialogElement>(null);
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    fault.value = "";
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { detail, hint, errors } = error.problem;
      fault.value = errors[0]?.message ?? sentences(detail, hint);
      return false;
    }
  }
  const put = (script: ScriptJson, replaced: string) => {
    const others = scripts.value.filter(({ name }) => name !== replaced && name !== script.name);
    scripts.value = [...others, script].sort((a, b) => a.name < b.name ? -1 : 1);
  };
  function tell(what: string): void {
    told.value = what;
    setTimeout(() => told.value = "", TOLD_MS);
  }
  function askName(): void {
    fault.value = "";
    dialog.current?.showModal();
  }
  const save: Scripts["save"] = (name, sql, isReplacing) =>
    attempt(async () => {
      const body = { name, sql, experiment };
      put(isReplacing ? await replace(name, body) : await askApi("/api/queries", { body }), name);
      openName.value = name;
      tell(`Saved ${name}`);
    });
  return {
    ...{ scripts, openName, fault, told, tell, dialog, askName, save },
    async keep(sql) {
      if (openName.value === "" || !await save(openName.value, sql, true)) askName();
    },
    rename: ({ name: old, sql }, name) =>
      attempt(async () => {
        put(await replace(old, { name, sql, experiment }), old);
        if (openName.value === old) openName.value = name;
      }),
    remove: ({ name }) =>
      attempt(async () => {
        await forget(name);
        scripts.value = scripts.value.filter((script) => script.name !== name);
        if (openName.value === name) openName.value = "";
      }),
  };
}

function replace(name: string, body: ScriptJson): Promise<ScriptJson> {
  return askApi(pathOf(name), { method: "PUT", body });
}

/** One that is gone already is forgotten as well. */
async function forget(name: string): Promise<void> {
  try {
    await askApi(pathOf(name), { method: "DELETE" });
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.code !== "SAVED_QUERY_NOT_FOUND") throw error;
  }
}

function pathOf(name: string): string {
  return `/api/queries/${encodeURIComponent(name)}`;
}
