import type { JSX } from "preact";
import type { Example } from "../lib/app/mod.ts";
import { formatCount } from "./format.ts";
import { Icon } from "./icon.tsx";

interface WelcomeProps {
  readonly examples: readonly Example[];
  /** True for who has no experiments yet. */
  readonly isFirst: boolean;
}

/** What newcomers see: what this is, and examples to have by one click. */
export function Welcome({ examples, isFirst }: WelcomeProps): JSX.Element {
  return (
    <section class="stack" aria-label="Examples">
      {isFirst && (
        <div class="welcome">
          <h1>Your warehouse, full of believable data</h1>
          <p class="lead">
            Paste the DDL of your Redshift, Snowflake or PostgreSQL tables. dw-sim fills them with
            data whose keys hold, on this machine, and you can query it at once.
          </p>
          <a class="button button-primary" href="/new">
            <Icon name="plus" />
            Start from your DDL
          </a>
        </div>
      )}
      <h2 class={isFirst ? "soft small" : ""}>
        {isFirst ? "Or look around with an example" : "Examples"}
      </h2>
      <ul class="cards examples">
        {examples.map(({ name, title, description, tableCount }) => (
          <li class="card example" key={name}>
            <div class="row-apart">
              <h3>{title}</h3>
              <span class="badge">{formatCount(tableCount, "table")}</span>
            </div>
            <p class="soft small">{description}</p>
            <form method="post" action="/">
              <button type="submit" class="button" name="example" value={name}>
                <Icon name="play" />
                {`Make and fill ${name}`}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
