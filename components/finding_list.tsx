import type { JSX } from "preact";
import type { Problem } from "../lib/web/mod.ts";
import { formatCount } from "./format.ts";
import { placeText } from "./problem_banner.tsx";
import { sentences } from "./sentences.ts";

export type FindingJson = Problem["errors"][number];

interface FindingListProps {
  readonly findings: readonly FindingJson[];
  /** Goes to a finding's place in the editor. */
  readonly onGo?: (finding: FindingJson) => void;
}

const SHOWN_MAX = 100;
const KINDS = { error: "bad", warning: "warn", info: "info" } as const;

/** What was found in a text, each with its place. */
export function FindingList({ findings, onGo }: FindingListProps): JSX.Element {
  const counts = (["error", "warning", "info"] as const).map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  return (
    <div class="finding-list stack-tight">
      <p class="row">
        {counts.map(({ severity, count }) => (
          <span class={`badge badge-${KINDS[severity]}`} key={severity}>
            {severity === "info" ? `${count} to know` : formatCount(count, severity)}
          </span>
        ))}
      </p>
      <ul class="findings">
        {findings.slice(0, SHOWN_MAX).map((finding, i) => (
          <li class={`finding finding-${finding.severity}`} key={i}>
            <Place finding={finding} onGo={onGo} />
            <span>{sentences(finding.message, finding.hint)}</span>
          </li>
        ))}
        {findings.length > SHOWN_MAX && <li>{`and ${findings.length - SHOWN_MAX} more`}</li>}
      </ul>
    </div>
  );
}

function Place({ finding, onGo }: {
  readonly finding: FindingJson;
  readonly onGo: FindingListProps["onGo"];
}): JSX.Element {
  const text = placeText(finding);
  if (onGo === undefined || text === "") return <span class="mono place">{text}</span>;
  const label = finding.span === undefined
    ? `Go to ${text}`
    : `${text}, go to line ${finding.span.line}, column ${finding.span.column}`;
  return (
    <button type="button" class="place mono" aria-label={label} onClick={() => onGo(finding)}>
      {text}
    </button>
  );
}
