import type { JSX } from "preact";
import type { Problem } from "../lib/web/mod.ts";
import { Banner } from "./banner.tsx";
import { sentences } from "./sentences.ts";

/** The part of a problem that people read. */
export type ShownProblem = Pick<Problem, "detail" | "hint" | "errors">;

const SHOWN_MAX = 50;

/** Why something was refused, every reason with its place and what to do. */
export function ProblemBanner({ problem }: { readonly problem: ShownProblem }): JSX.Element {
  const { detail, hint, errors } = problem;
  return (
    <Banner kind="bad">
      <p>
        <strong>{sentences(detail)}</strong> {sentences(hint)}
      </p>
      {errors.length > 0 && (
        <ul class="findings">
          {errors.slice(0, SHOWN_MAX).map((finding, i) => (
            <li key={i}>
              {placeText(finding) !== "" && <span class="mono soft">{placeText(finding)}</span>}
              {" "}
              {sentences(finding.message, finding.hint)}
            </li>
          ))}
          {errors.length > SHOWN_MAX && <li>{`and ${errors.length - SHOWN_MAX} more`}</li>}
        </ul>
      )}
    </Banner>
  );
}

/** `3:14`, `$.tables[0].name`, or nothing. */
export function placeText({ span, path }: Problem["errors"][number]): string {
  return span === undefined ? path ?? "" : `${span.line}:${span.column}`;
}
