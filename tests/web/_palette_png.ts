import { Buffer } from "node:buffer";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_COUNT = 256;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, a byte each. */
  readonly pixels: Uint8Array;
}

/**
 * Writes a screenshot with 256 colours, which is what pages have, give or take an edge of a letter;
 * it then has a third of the bytes. Spec: W3C PNG, third edition.
 *
 * @param png Of 8 bits a channel, with or without alpha, not interlaced: what browsers make.
 */
export function palettePng(png: Uint8Array): Uint8Array {
  const { width, height, pixels } = decode(png);
  const palette = paletteOf(pixels);
  const nearest = new Map<number, number>();
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colourAt(pixels, (y * width + x) * 3);
      let index = nearest.get(colour);
      if (index === undefined) nearest.set(colour, index = nearestIn(palette, colour));
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = palette.flatMap((colour) => [colour >> 16, colour >> 8 & 255, colour & 255]);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function decode(png: Uint8Array): Picture {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 6 ? 4 : 3;
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") {
      data.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const raw = unfiltered(inflateSync(Buffer.concat(data)), width * channels, channels);
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) pixels[i * 3 + c] = raw[i * channels + c]!;
  }
  return { width, height, pixels };
}

/** Undoes the filters of the rows, by which bytes are told as differences. */
function unfiltered(rows: Uint8Array, stride: number, channels: number): Uint8Array {
  const height = rows.length / (stride + 1);
  const out = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : out[y * stride + x - channels]!;
      const up = y === 0 ? 0 : out[(y - 1) * stride + x]!;
      const corner = x < channels || y === 0 ? 0 : out[(y - 1) * stride + x - channels]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[y * stride + x] = rows[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The most frequent colours, of near ones only one. */
function paletteOf(pixels: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const chosen: number[] = [];
  for (let near = 900; chosen.length < COLOUR_COUNT && near >= 0; near = near > 4 ? near / 3 : -1) {
    for (const colour of byCount.slice(0, 4_000)) {
      if (chosen.length === COLOUR_COUNT) break;
      if (chosen.every((each) => distance(each, colour) > near)) chosen.push(colour);
    }
  }
  return chosen;
}

function colourAt(pixels: Uint8Array, at: number): number {
  return pixels[at]! << 16 | pixels[at + 1]! << 8 | pixels[at + 2]!;
}

function nearestIn(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let i = 1; i < palette.length; i++) {
    if (distance(palette[i]!, colour) < distance(palette[best]!, colour)) best = i;
  }
  return best;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [
    (a >> 16) - (b >> 16),
    (a >> 8 & 255) - (b >> 8 & 255),
    (a & 255) - (b & 255),
  ];
  return red * red + green * green + blue * blue;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(data, crc32(type)));
  return Buffer.concat([head, data, tail]);
}
