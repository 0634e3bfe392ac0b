import type { JSX } from "preact";
import { type Box, layoutDiagram, type Line, type PlacedBox } from "./diagram_layout.ts";
import { formatCount } from "./format.ts";
import type { TableView } from "./table_view.ts";

interface ErDiagramProps {
  /** Also the diagram's element, for what pans and zooms it. */
  readonly id: string;
  readonly tables: readonly TableView[];
  /** The address of a table's page. */
  readonly hrefOf?: (table: string) => string;
}

const CHARACTER_WIDTH = 7.3;
const ROW_HEIGHT = 20;
const HEAD_HEIGHT = 30;
const PADDING = 12;
const NAME_LENGTH_MAX = 34;

/** What a box shows: the columns that are of keys, and how many others there are. */
interface Shown {
  readonly table: TableView;
  readonly rows: readonly { readonly name: string; readonly mark: "key" | "link" | null }[];
  readonly box: Box;
}

/** Of more tables nobody reads columns, and browsers draw them slowly. */
const COLUMNS_SHOWN_MAX = 60;

/** Tables and how their keys lead to each other; parents on the left. */
export function ErDiagram({ id, tables, hrefOf }: ErDiagramProps): JSX.Element {
  const isLarge = tables.length > COLUMNS_SHOWN_MAX;
  const shown = tables.map((table) => isLarge ? namedOf(table) : shownOf(table));
  const byName = new Map(shown.map((each) => [each.table.name.toLowerCase(), each]));
  const lines = shown.flatMap((child) => linesOf(child, byName));
  const layout = layoutDiagram(shown.map(({ box }) => box), lines);
  const references = formatCount(lines.length, "foreign key");
  return (
    <svg
      id={id}
      class="er"
      viewBox={`0 0 ${Math.ceil(layout.width)} ${Math.ceil(layout.height)}`}
      width={Math.ceil(layout.width)}
      height={Math.ceil(layout.height)}
      role="group"
      aria-label={`Diagram: ${formatCount(tables.length, "table")}, ${references}`}
    >
      {layout.paths.map((path, i) => (
        <g class="er-line" key={i}>
          <title>{lineTitle(lines[i]!)}</title>
          <path d={path} />
          {!isLarge && <path class="er-hit" d={path} />}
        </g>
      ))}
      {shown.map((each) => (
        <TableBox
          shown={each}
          place={layout.boxes.get(each.box.id)!}
          href={hrefOf?.(each.table.name)}
          key={each.box.id}
        />
      ))}
    </svg>
  );
}

function shownOf(table: TableView): Shown {
  const keyColumns = table.columns.filter(({ isKey, isUnique, references, name }) =>
    isKey || references !== null || isUnique || isOfKey(table, name)
  );
  const rows = keyColumns.map(({ name, references, isKey }) => ({
    name,
    mark: isKey ? "key" as const : references === null ? null : "link" as const,
  }));
  const hidden = table.columns.length - rows.length;
  const all = hidden === 0 ? rows : [...rows, { name: `${hidden} more`, mark: null }];
  const longest = Math.max(table.name.length + 1, ...all.map(({ name }) => name.length + 3));
  const width = Math.min(longest, NAME_LENGTH_MAX) * CHARACTER_WIDTH + 2 * PADDING;
  const height = HEAD_HEIGHT + all.length * ROW_HEIGHT + PADDING / 2;
  return { table, rows: all, box: { id: table.name, width, height } };
}

function namedOf(table: TableView): Shown {
  const width = Math.min(table.name.length + 1, NAME_LENGTH_MAX) * CHARACTER_WIDTH + 2 * PADDING;
  return { table, rows: [], box: { id: table.name, width, height: HEAD_HEIGHT } };
}

function isOfKey({ compositeKeys, uniqueKeys }: TableView, name: string): boolean {
  return [...compositeKeys, ...uniqueKeys].some((key) => key.includes(name));
}

interface Titled extends Line {
  readonly columns: readonly string[];
}

function linesOf(child: Shown, byName: ReadonlyMap<string, Shown>): readonly Titled[] {
  return child.table.references.flatMap(({ columns, table, referencesColumns }) => {
    const parent = byName.get(table.toLowerCase());
    if (parent === undefined) return [];
    return [{
      ...{ from: parent.box.id, to: child.box.id, columns },
      fromY: middleOf(parent, referencesColumns[0]),
      toY: middleOf(child, columns[0]),
    }];
  });
}

function middleOf({ rows }: Shown, column: string | undefined): number {
  const row = rows.findIndex(({ name }) => name.toLowerCase() === column?.toLowerCase());
  return row < 0 ? HEAD_HEIGHT / 2 : HEAD_HEIGHT + (row + 0.5) * ROW_HEIGHT;
}

function lineTitle({ from, to, columns }: Titled): string {
  return `${to} (${columns.join(", ")}) leads to ${from}`;
}

interface TableBoxProps {
  readonly shown: Shown;
  readonly place: PlacedBox;
  readonly href: string | undefined;
}

function TableBox({ shown: { table, rows }, place, href }: TableBoxProps): JSX.Element {
  const { x, y, width, height } = place;
  const head = (
    <>
      <title>{`${table.fullName}, ${formatCount(table.columns.length, "column")}`}</title>
      <path class="er-head" d={headPath(width)} />
      <text class="er-name" x={PADDING} y={20}>{shortened(table.name)}</text>
    </>
  );
  return (
    <g class="er-table" transform={`translate(${x} ${y})`}>
      <rect class="er-box" width={width} height={height} rx={8} />
      {href === undefined ? head : <a href={href}>{head}</a>}
      {rows.map(({ name, mark }, row) => (
        <g transform={`translate(0 ${HEAD_HEIGHT + row * ROW_HEIGHT})`} key={name}>
          {mark !== null && (
            <circle class={`er-mark er-mark-${mark}`} cx={PADDING + 3} cy={11} r={3} />
          )}
          <text class={mark === "key" ? "er-key" : "er-column"} x={PADDING + 14} y={15}>
            {shortened(name)}
          </text>
        </g>
      ))}
    </g>
  );
}

function headPath(width: number): string {
  return `M0 8a8 8 0 0 1 8-8H${width - 8}a8 8 0 0 1 8 8V${HEAD_HEIGHT}H0Z`;
}

function shortened(name: string): string {
  return name.length <= NAME_LENGTH_MAX - 3 ? name : `${name.slice(0, NAME_LENGTH_MAX - 4)}…`;
}
