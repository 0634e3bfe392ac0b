import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { toggleLineComment } from "@codemirror/commands";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { colours } from "./_colours.ts";
import { readDdlLine } from "./_ddl_language.ts";
import { splitStatements, statementAt } from "./_split_statements.ts";
import { type KnownTable, suggest } from "./_sql_completion.ts";

export interface QueryLanguageOptions {
  readonly tables: readonly KnownTable[];
  /** What the text is written in at the moment. */
  readonly dialect: () => string;
  /** Functions of that dialect, with blanks between them. */
  readonly functions: () => string;
  /** What keys do, by their names in CodeMirror. */
  readonly keys: Readonly<Record<string, () => void>>;
}

/** SQL that asks: completion from the schema, and keys that run it. */
export function queryLanguage(options: QueryLanguageOptions): Extension {
  const autocomplete = (context: CompletionContext) => complete(context, options);
  return [
    colours(readDdlLine),
    autocompletion({ override: [autocomplete], icons: false, activateOnTypingDelay: 60 }),
    closeBrackets(),
    EditorState.languageData.of(() => [{ commentTokens: { line: "--" } }]),
    Prec.highest(
      keymap.of(Object.entries(options.keys).map(([key, work]) => ({ key, run: done(work) }))),
    ),
    keymap.of([
      { key: "Mod-/", run: toggleLineComment },
      { key: "Tab", run: acceptCompletion },
      ...closeBracketsKeymap,
      ...completionKeymap,
    ]),
  ];
}

function done(work: () => void): () => boolean {
  return () => {
    work();
    return true;
  };
}

const BOOSTS = { join: 4, column: 3, table: 2, keyword: 0, function: 0 } as const;

function complete(
  context: CompletionContext,
  { tables, dialect, functions }: QueryLanguageOptions,
): CompletionResult | null {
  const text = context.state.doc.toString();
  const statement = statementAt(splitStatements(text, dialect()), context.pos);
  // Blanks at the end belong to what is being written.
  const { from: start, to: end } = statement ?? { from: 0, to: text.length };
  const from = context.pos < start ? 0 : start;
  const found = suggest(text.slice(from, Math.max(end, context.pos)), context.pos - from, {
    ...{ tables, functions: functions(), isWanted: context.explicit },
  });
  const word = text.slice(from + (found?.from ?? 0), context.pos).toLowerCase();
  const fitting = found?.options.filter(({ label }) => label.toLowerCase().startsWith(word)) ?? [];
  // What is written out already needs no list that says the same.
  const isDone = fitting.length === 1 && fitting[0]!.label.toLowerCase() === word;
  if (found === null || (isDone && !context.explicit)) return null;
  return {
    from: from + found.from,
    validFor: /^"?[\p{L}\p{N}_$]*$/u,
    options: found.options.map(({ label, kind, detail }) => ({
      ...{ label, type: kind, detail, boost: BOOSTS[kind] },
    })),
  };
}
