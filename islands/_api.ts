import type { Problem } from "../lib/web/mod.ts";

/** A refusal of the API, in its own words. */
export class ApiError extends Error {
  readonly problem: Pick<Problem, "detail" | "hint" | "errors"> & Partial<Pick<Problem, "code">>;

  constructor(problem: ApiError["problem"]) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface ApiRequest {
  /** By default GET, and POST where there is a body. */
  readonly method?: "DELETE" | "PUT";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Asks the REST API of this server.
 *
 * @param path `/api/…`; a body makes it a POST.
 * @throws ApiError for what is refused, and when nobody answers.
 */
export async function askApi<Answer>(
  path: string,
  { method, body, signal }: ApiRequest = {},
): Promise<Answer> {
  const response = await reach(path, {
    ...signal !== undefined && { signal },
    ...method !== undefined && { method },
    ...body !== undefined && {
      method: method ?? "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  });
  const json = await response.json().catch(() => null);
  if (response.ok && json !== null) return json;
  throw new ApiError(
    json?.detail === undefined
      ? { ...SILENCE, detail: `The server answered ${response.status}` }
      : json,
  );
}

const SILENCE = {
  detail: "The server does not answer",
  hint: "See whether 'dw-sim serve' is still running",
  errors: [],
};

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(SILENCE);
  }
}
