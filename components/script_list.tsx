import type { ComponentChildren, JSX } from "preact";

/** A saved query, as the API sends it. */
export interface ScriptJson {
  readonly name: string;
  readonly sql: string;
  readonly experiment: string | null;
}

interface ScriptListProps {
  readonly experiment: string;
  readonly scripts: readonly ScriptJson[];
  readonly openName?: string;
  readonly onOpen?: (script: ScriptJson) => void;
  /** Buttons beside a name. */
  readonly actions?: (script: ScriptJson) => ComponentChildren;
}

/** Saved queries by name, each a link that opens it. */
export function ScriptList(props: ScriptListProps): JSX.Element {
  const { experiment, scripts, openName, onOpen, actions } = props;
  if (scripts.length === 0) {
    return (
      <p class="soft small">
        None yet. <strong>Save</strong> keeps what is in the editor.
      </p>
    );
  }
  return (
    <ul class="side-list">
      {scripts.map((script) => (
        <li class="side-item" key={script.name}>
          <a
            class="side-name"
            href={`/experiments/${experiment}/sql?script=${encodeURIComponent(script.name)}`}
            title={script.sql.slice(0, 400)}
            aria-current={script.name === openName ? "true" : undefined}
            onClick={(event) => {
              if (onOpen === undefined || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onOpen(script);
            }}
          >
            {script.name}
          </a>
          {actions?.(script)}
        </li>
      ))}
    </ul>
  );
}
