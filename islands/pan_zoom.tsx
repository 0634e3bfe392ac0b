import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";

interface PanZoomProps {
  /** The id of an SVG inside of the element that is to hold it. */
  readonly target: string;
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STEP = 1.25;
const KEY_PAN = 0.1;

/** Units of the drawing a pixel above which its names cannot be read. */
const READABLE = 1.7;

/** Up to here a drawing opens whole: to see how tables hang together comes before their names. */
const WHOLE_UP_TO = 4;

/** Makes a drawing that else just scrolls one to drag and zoom, by pointer, wheel and keys. */
export default function PanZoom({ target }: PanZoomProps): JSX.Element {
  const isAlive = useSignal(false);
  const act = useRef<(action: "in" | "out" | "fit") => void>(() => {});
  useEffect(() => {
    const svg = document.getElementById(target);
    const holder = svg?.parentElement;
    if (!(svg instanceof SVGSVGElement) || !holder) return;
    isAlive.value = true;
    holder.classList.add("diagram-alive");
    const viewer = new Viewer(svg);
    act.current = (action) => viewer.act(action);
    return viewer.listen();
  }, []);
  return (
    <div class="diagram-tools" hidden={!isAlive.value}>
      <button
        type="button"
        class="button button-icon"
        aria-label="Zoom in"
        title="Zoom in"
        onClick={() => act.current("in")}
      >
        +
      </button>
      <button
        type="button"
        class="button button-icon"
        aria-label="Zoom out"
        title="Zoom out"
        onClick={() => act.current("out")}
      >
        −
      </button>
      <button type="button" class="button" onClick={() => act.current("fit")}>Fit</button>
    </div>
  );
}

class Viewer {
  readonly #svg: SVGSVGElement;
  readonly #whole: View;
  #view: View;
  /** Until something is done to it, it follows the size of its holder. */
  #isUntouched = true;

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.#whole = { x, y, width, height };
    this.#view = this.#whole;
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    this.#show(this.#start());
  }

  act(action: "in" | "out" | "fit"): void {
    this.#isUntouched = false;
    if (action === "fit") return this.#show(this.#whole);
    const { left, top, width, height } = this.#svg.getBoundingClientRect();
    this.#zoom(action === "in" ? 1 / STEP : STEP, left + width / 2, top + height / 2);
  }

  listen(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    const svg = this.#svg;
    svg.addEventListener("wheel", (event) => {
      // A plain wheel scrolls the page; with a modifier, or two fingers, it zooms.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#zoom(Math.exp(event.deltaY / 300), event.clientX, event.clientY);
    }, { signal, passive: false });
    svg.addEventListener("pointerdown", (event) => this.#drag(event), { signal });
    svg.parentElement?.addEventListener("keydown", (event) => this.#press(event), { signal });
    const observer = new ResizeObserver(() => this.#isUntouched && this.#show(this.#start()));
    observer.observe(svg);
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }

  /** Drawings are shown whole, very large ones from their middle at a size that can be read. */
  #start(): View {
    const { width, height } = this.#svg.getBoundingClientRect();
    const { x, y, width: wholeWidth, height: wholeHeight } = this.#whole;
    const scale = Math.max(wholeWidth / width, wholeHeight / height);
    if (scale <= WHOLE_UP_TO || width === 0) return this.#centred(Math.max(scale, 1));
    const [viewWidth, viewHeight] = [width * READABLE, height * READABLE];
    return {
      x: wholeWidth > viewWidth ? x : x + (wholeWidth - viewWidth) / 2,
      y: y + Math.max(0, (wholeHeight - viewHeight) / 2),
      ...{ width: viewWidth, height: viewHeight },
    };
  }

  #centred(scale: number): View {
    const { width: screenWidth, height: screenHeight } = this.#svg.getBoundingClientRect();
    const { x, y, width, height } = this.#whole;
    const [viewWidth, viewHeight] = [screenWidth * scale, screenHeight * scale];
    return {
      x: x + (width - viewWidth) / 2,
      y: y + (height - viewHeight) / 2,
      ...{ width: viewWidth, height: viewHeight },
    };
  }

  #show(view: View): void {
    this.#view = view;
    this.#svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  }

  #scale(): number {
    const { width, height } = this.#svg.getBoundingClientRect();
    return Math.max(this.#view.width / width, this.#view.height / height);
  }

  #zoom(factor: number, clientX: number, clientY: number): void {
    this.#isUntouched = false;
    const matrix = this.#svg.getScreenCTM();
    if (matrix === null) return;
    const at = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    const { x, y, width, height } = this.#view;
    const limited = Math.min(Math.max(width * factor, 150), this.#whole.width * 6) / width;
    this.#show({
      x: at.x - (at.x - x) * limited,
      y: at.y - (at.y - y) * limited,
      width: width * limited,
      height: height * limited,
    });
  }

  #drag(start: PointerEvent): void {
    if (start.button !== 0 || (start.target as Element).closest("a") !== null) return;
    const [from, scale] = [this.#view, this.#scale()];
    this.#isUntouched = false;
    const stop = new AbortController();
    this.#svg.setPointerCapture(start.pointerId);
    this.#svg.addEventListener("pointermove", ({ clientX, clientY }) =>
      this.#show({
        ...from,
        x: from.x - (clientX - start.clientX) * scale,
        y: from.y - (clientY - start.clientY) * scale,
      }), { signal: stop.signal });
    for (const end of ["pointerup", "pointercancel"]) {
      this.#svg.addEventListener(end, () => stop.abort(), { signal: stop.signal });
    }
  }

  #press(event: KeyboardEvent): void {
    const { x, y, width, height } = this.#view;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const move = moves[event.key];
    if (move !== undefined) {
      this.#isUntouched = false;
      this.#show({
        ...this.#view,
        x: x + move[0] * width * KEY_PAN,
        y: y + move[1] * height * KEY_PAN,
      });
    } else if (event.key === "+" || event.key === "=") this.act("in");
    else if (event.key === "-") this.act("out");
    else if (event.key === "0") this.act("fit");
    else return;
    event.preventDefault();
  }
}
