import type { JSX } from "preact";
import { sentences } from "../components/sentences.ts";
import type { ErrorPageProps } from "../lib/web/mod.ts";

/** In place of a page that could not be shown. */
export default function ErrorPage({ problem }: ErrorPageProps): JSX.Element {
  return (
    <section class="narrow stack">
      <p class="soft small">{`Error ${problem.status}`}</p>
      <h1>{problem.detail}</h1>
      <p class="lead">{sentences(problem.hint)}</p>
      {problem.errors.length > 0 && (
        <ul class="stack-tight">
          {problem.errors.map(({ message, hint }) => (
            <li key={message}>{sentences(message, hint)}</li>
          ))}
        </ul>
      )}
      <p>
        <a class="button" href="/">All experiments</a>
      </p>
    </section>
  );
}
