import type { JSX } from "preact";
import type { PictureJson } from "../lib/web/mod.ts";
import { Histogram } from "./column_picture.tsx";
import { formatNumber, formatShare } from "./format.ts";

type ReferenceJson = PictureJson["references"][number];

/** How many rows of a table the rows of its parent have. */
export function ReferencePicture({ table, reference }: {
  readonly table: string;
  readonly reference: ReferenceJson;
}): JSX.Element {
  const { columns, references_table: parent, min, max, mean, steps } = reference;
  const { parent_count: parents, childless_count: childless } = reference;
  return (
    <li class="picture">
      <div class="picture-head">
        <h3>{columns.join(", ")}</h3>
        <span class="soft tiny">{`${table} per ${parent}`}</span>
      </div>
      <div class="stack-tight">
        <Histogram
          label={`How many ${table} each of ${parents} ${parent} has, from ${min} to ${max}`}
          steps={steps.map(({ from, to, count }) => ({
            count,
            title: `${formatNumber(count)} of ${parent} have ${
              from === to ? from : `${from} to ${to}`
            }`,
          }))}
        />
        <p class="axis-ends">
          <span>{formatNumber(min)}</span>
          <span>{formatNumber(steps.at(-1)?.to ?? max)}</span>
        </p>
      </div>
      <p class="picture-facts">
        <span>{`${formatNumber(mean)} on average`}</span>
        <span>{`${formatShare(childless, parents)} have none`}</span>
      </p>
    </li>
  );
}
