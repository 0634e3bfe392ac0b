import fc from "fast-check";
import type { TableJson } from "./_make_run.ts";

const KEY_TYPES = [
  "INT",
  "BIGINT",
  "DECIMAL(38,0)",
  "VARCHAR(12)",
  "DATE",
  "SMALLINT",
  "UUID",
  "TIMESTAMP",
];
const OTHER_TYPES = [
  ...KEY_TYPES,
  "BOOLEAN",
  "DECIMAL(10,2)",
  "FLOAT",
  "VARCHAR(3)",
  "TEXT",
  "JSON",
];

interface ColumnDraft {
  readonly name: string;
  readonly data_type: string;
  required: boolean;
}

interface TableDraft {
  readonly columns: ColumnDraft[];
  readonly keys: string[][];
  readonly json: { -readonly [field in keyof TableJson]: TableJson[field] };
}

/** One choice after another, drawn from a list of numbers that fast-check can shrink. */
class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(count: number): number {
    return (this.#numbers[this.#next++ % this.#numbers.length] ?? 0) % count;
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

/**
 * Tables whose keys and references are drawn at random: composite keys over own and foreign columns,
 * references to any key of any table (itself and later ones too), and rows from none to thousands.
 * Many of them cannot exist; then planning has to say so.
 */
export function arbitraryKeyedTables(): fc.Arbitrary<TableJson[]> {
  const numbers = fc.array(fc.nat(9999), { minLength: 40, maxLength: 400 });
  return fc.tuple(fc.integer({ min: 1, max: 8 }), numbers).map(([count, list]) => {
    const choices = new Choices(list);
    const drafts = Array.from({ length: count }, (_, place) => draftTable(choices, place));
    drafts.forEach((draft, place) => addReferences(choices, { drafts, draft, place }));
    return drafts.map((draft) => finish(choices, draft));
  });
}

function draftTable(choices: Choices, place: number): TableDraft {
  const columns = Array.from({ length: 1 + choices.below(4) }, (_, index): ColumnDraft => ({
    name: `c${index}`,
    data_type: choices.of(index < 2 ? KEY_TYPES : OTHER_TYPES),
    required: index === 0 || choices.chance(60),
  }));
  const rows = choices.of([0, 1, 2, 7, 40, 300, 2500]);
  const json = { name: `t${place}`, target_rows: rows, columns };
  const isComposite = columns.length > 1 && choices.chance(30);
  const key = columns.slice(0, isComposite ? 2 : 1);
  for (const column of key) column.required = true;
  return { columns, keys: [key.map(({ name }) => name)], json };
}

interface Family {
  readonly drafts: readonly TableDraft[];
  readonly draft: TableDraft;
  readonly place: number;
}

/** References to later tables and to itself are nullable, so that no circle is required. */
function addReferences(choices: Choices, { drafts, draft, place }: Family): void {
  const foreignKeys = Array.from({ length: choices.below(3) }, (_, index) => {
    const parentPlace = choices.below(drafts.length);
    const parent = drafts[parentPlace]!;
    const referenced = parent.keys[0]!;
    const required = parentPlace < place && choices.chance(70);
    const columns = referenced.map((name, position) => {
      const { data_type } = parent.columns.find((column) => column.name === name)!;
      const column = { name: `f${index}_${position}`, data_type, required };
      draft.columns.push(column);
      return column.name;
    });
    return { columns, references_table: parent.json.name, references_columns: referenced };
  });
  draft.json.foreign_keys = foreignKeys;
}

function finish(choices: Choices, { columns, keys, json }: TableDraft): TableJson {
  const primary = keys[0]!;
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  const unique = Array.from({ length: choices.below(3) }, () => {
    const size = 1 + choices.below(2);
    return [...new Set(Array.from({ length: size }, () => choices.of(columns).name))];
  });
  const others = unique.filter((key) => key.some((name) => !primary.includes(name)));
  const wide = required.length > 1 && choices.chance(25) && primary.length === 1;
  return {
    ...json,
    primary_key: primary,
    unique_keys: wide ? [...others, required.slice(-2)] : others,
  };
}
