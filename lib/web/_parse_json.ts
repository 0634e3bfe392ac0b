import { DwSimError, invariant } from "../errors/mod.ts";
import { findJsonFault } from "../schema/mod.ts";

/** No request of the API needs more; readers that recurse are safe far beyond it. */
const DEPTH_MAX = 64;

/**
 * Reads a body that should be JSON.
 *
 * @throws DwSimError WEB_JSON_INVALID with line and column, WEB_JSON_TOO_DEEP.
 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > DEPTH_MAX) {
    throw new DwSimError("WEB_JSON_TOO_DEEP", { depthMax: DEPTH_MAX });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault = findJsonFault(text);
    invariant(fault !== null, "the engine refuses a text which the grammar of JSON allows");
    const { reason, line, column } = fault;
    throw new DwSimError("WEB_JSON_INVALID", { reason, line, column }, { cause });
  }
}

/** How deep brackets nest, those inside of strings not counted. */
function depthOf(text: string): number {
  let depth = 0;
  let depthMax = 0;
  let isString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && isString) i++;
    else if (code === QUOTE) isString = !isString;
    else if (isString) continue;
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) depthMax = Math.max(depthMax, ++depth);
    else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--;
  }
  return depthMax;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
