/** A box of a diagram; sizes in units of the drawing. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A line from a parent's right side to a child's left; heights are from the boxes' tops. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly fromY: number;
  readonly toY: number;
}

export interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  /** Paths of SVG, in the order of the lines. */
  readonly paths: readonly string[];
}

const MARGIN = 24;
const RANK_GAP = 88;
const BOX_GAP = 22;
const PASSAGE_GAP = 8;
const SWEEP_COUNT = 12;

/** A box, or a place where a long line passes a rank. */
interface Node {
  readonly id: string;
  readonly height: number;
  readonly rank: number;
  y: number;
  readonly before: Node[];
  readonly after: Node[];
}

/**
 * Places boxes in ranks from left to right, parents before children, so that lines are short and
 * cross little: Sugiyama's method with barycentres. Lines of several ranks pass between boxes. Work
 * grows with the lines alone, since a page waits for it.
 */
export function layoutDiagram(boxes: readonly Box[], lines: readonly Line[]): DiagramLayout {
  const known = new Map(boxes.map((box) => [box.id, box]));
  const links = lines.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const ranks = ranksOf(boxes.filter(({ id }) => linked.has(id)), links);
  const nodes = new Map(
    [...ranks].map(([id, rank]) => [id, nodeOf(id, known.get(id)!.height, rank)]),
  );
  const passages = new Map<string, Node>();
  const chains = new Map(links.map((link) => [link, chainOf(link, nodes, passages)]));
  const columns = columnsOf([...nodes.values(), ...passages.values()]);
  order(columns);
  settle(columns);
  const lefts = leftsOf(columns, known);
  const placed = new Map<string, PlacedBox>();
  for (const { id, rank, y } of nodes.values()) {
    placed.set(id, { ...known.get(id)!, x: lefts[rank]!, y });
  }
  placeLoose(boxes.filter(({ id }) => !linked.has(id)), placed);
  const all = [...placed.values()];
  return {
    boxes: placed,
    paths: lines.map((line) => pathOf(line, chains.get(line) ?? [], { placed, lefts })),
    width: Math.max(0, ...all.map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(0, ...all.map(({ y, height }) => y + height)) + MARGIN,
  };
}

function nodeOf(id: string, height: number, rank: number): Node {
  return { id, height, rank, y: 0, before: [], after: [] };
}

/** The longest way from a box without parents; a line that would close a circle does not count. */
function ranksOf(boxes: readonly Box[], links: readonly Line[]): Map<string, number> {
  const parents = groupBy(links, ({ to }) => to, ({ from }) => from);
  const children = groupBy(links, ({ from }) => from, ({ to }) => to);
  const ranks = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return -1;
    open.add(id);
    const rank = 1 + Math.max(-1, ...(parents.get(id) ?? []).map(visit));
    open.delete(id);
    ranks.set(id, rank);
    return rank;
  };
  boxes.forEach(({ id }) => visit(id));
  for (const { id } of boxes) {
    if (parents.has(id)) continue;
    const nearest = Math.min(...(children.get(id) ?? []).map((child) => ranks.get(child)!));
    if (Number.isFinite(nearest)) ranks.set(id, Math.max(0, nearest - 1));
  }
  return ranks;
}

function groupBy<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  valueOf: (entry: Entry) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    groups.set(key, [...groups.get(key) ?? [], valueOf(entry)]);
  }
  return groups;
}

const PASSAGE_HEIGHT = 2;

/**
 * The places where a line passes ranks; links all of them with each other. Lines of one parent pass
 * together, as a bundle that parts where its children are.
 */
function chainOf(
  { from, to }: Line,
  nodes: ReadonlyMap<string, Node>,
  passages: Map<string, Node>,
): Node[] {
  const [first, last] = [nodes.get(from)!, nodes.get(to)!];
  const chain: Node[] = [];
  let previous = first;
  for (let rank = first.rank + 1; rank < last.rank; rank++) {
    const key = JSON.stringify([from, rank]);
    const known = passages.get(key);
    const passage = known ?? nodeOf("", PASSAGE_HEIGHT, rank);
    passages.set(key, passage);
    if (known === undefined) link(previous, passage);
    chain.push(passage);
    previous = passage;
  }
  if (last.rank > first.rank) link(previous, last);
  return chain;
}

function link(left: Node, right: Node): void {
  left.after.push(right);
  right.before.push(left);
}

function columnsOf(nodes: readonly Node[]): Node[][] {
  const columns: Node[][] = [];
  for (const node of nodes) (columns[node.rank] ??= []).push(node);
  return Array.from(columns, (column) => column ?? []);
}

/** Sorts every rank by the middle of its neighbours, there and back. */
function order(columns: readonly Node[][]): void {
  const places = new Map<Node, number>();
  columns.forEach((column) => column.forEach((node, place) => places.set(node, place)));
  for (let sweep = 0; sweep < SWEEP_COUNT; sweep++) {
    const isForth = sweep % 2 === 0;
    for (const column of isForth ? columns : columns.toReversed()) {
      const wanted = new Map(column.map((node, i) => {
        const near = (isForth ? node.before : node.after).map((each) => places.get(each)!);
        return [node, near.length === 0 ? i : mean(near)];
      }));
      column.sort((a, b) => wanted.get(a)! - wanted.get(b)!);
      column.forEach((node, place) => places.set(node, place));
    }
  }
}

/** Moves every node towards its neighbours as far as its rank has room. */
function settle(columns: readonly Node[][]): void {
  columns.forEach((column) => stack(column, column.map(() => 0)));
  for (let sweep = 0; sweep < SWEEP_COUNT; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const wanted = column.map((node) => {
        const near = [...node.before, ...node.after].map((each) => each.y + each.height / 2);
        return near.length === 0 ? node.y : mean(near) - node.height / 2;
      });
      stack(column, wanted);
    }
  }
  const top = Math.min(...columns.flat().map(({ y }) => y));
  columns.flat().forEach((node) => node.y += MARGIN - top);
}

/** Halfway between pushing down from the top and pushing up from the bottom. */
function stack(column: readonly Node[], wanted: readonly number[]): void {
  const down = [...wanted];
  for (let i = 1; i < column.length; i++) {
    down[i] = Math.max(down[i]!, down[i - 1]! + column[i - 1]!.height + gap(column, i));
  }
  const up = [...wanted];
  for (let i = column.length - 2; i >= 0; i--) {
    up[i] = Math.min(up[i]!, up[i + 1]! - column[i]!.height - gap(column, i + 1));
  }
  column.forEach((node, i) => node.y = (down[i]! + up[i]!) / 2);
}

/** Between a node and the one before; lines that pass need less room than boxes. */
function gap(column: readonly Node[], i: number): number {
  return column[i]!.id === "" && column[i - 1]!.id === "" ? PASSAGE_GAP : BOX_GAP;
}

function leftsOf(columns: readonly Node[][], boxes: ReadonlyMap<string, Box>): number[] {
  const lefts: number[] = [];
  let x = MARGIN;
  for (const column of columns) {
    lefts.push(x);
    x += Math.max(0, ...column.map(({ id }) => boxes.get(id)?.width ?? 0)) + RANK_GAP;
  }
  return lefts;
}

/** Boxes without lines stand below the others, in rows about as wide as those. */
function placeLoose(boxes: readonly Box[], placed: Map<string, PlacedBox>): void {
  const others = [...placed.values()];
  const widthMax = Math.max(1_000, ...others.map(({ x, width }) => x + width));
  let x = MARGIN;
  let y = Math.max(0, ...others.map((box) => box.y + box.height)) + MARGIN;
  let rowHeight = 0;
  for (const box of boxes) {
    if (x > MARGIN && x + box.width > widthMax) {
      x = MARGIN;
      y += rowHeight + BOX_GAP;
      rowHeight = 0;
    }
    placed.set(box.id, { ...box, x, y });
    x += box.width + BOX_GAP;
    rowHeight = Math.max(rowHeight, box.height);
  }
}

interface Places {
  readonly placed: ReadonlyMap<string, PlacedBox>;
  readonly lefts: readonly number[];
}

function pathOf({ from, to, fromY, toY }: Line, chain: readonly Node[], places: Places): string {
  const [parent, child] = [places.placed.get(from), places.placed.get(to)];
  if (parent === undefined || child === undefined) return "";
  const start = { x: parent.x + parent.width, y: parent.y + fromY };
  if (from === to) return loop(start, child.y + toY);
  const end = { x: child.x, y: child.y + toY };
  const stops = chain.flatMap(({ rank, y }) => {
    const next = places.lefts[rank + 1]! - RANK_GAP;
    return [{ x: places.lefts[rank]!, y }, { x: next, y }];
  });
  return curve([start, ...stops, end]);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  let text = `M${round(first!.x)} ${round(first!.y)}`;
  let last = first!;
  for (const point of rest) {
    const bend = Math.max(28, Math.abs(point.x - last.x) / 2);
    text +=
      `C${round(last.x + bend)} ${round(last.y)} ${round(point.x - bend)} ${round(point.y)} ` +
      `${round(point.x)} ${round(point.y)}`;
    last = point;
  }
  return text;
}

function loop({ x, y }: Point, endY: number): string {
  return `M${round(x)} ${round(y)}C${round(x + 36)} ${round(y)} ${round(x + 36)} ${round(endY)} ` +
    `${round(x)} ${round(endY)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
