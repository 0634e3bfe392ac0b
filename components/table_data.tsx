import type { JSX } from "preact";
import type { PictureJson } from "../lib/web/mod.ts";
import { ColumnPicture } from "./column_picture.tsx";
import { formatNumber } from "./format.ts";
import { ReferencePicture } from "./reference_picture.tsx";
import { type SampleJson, SampleTable } from "./sample_table.tsx";

/** What was read of a table's files. */
export interface TableDataJson {
  readonly sample: SampleJson;
  readonly picture: PictureJson;
}

/** The rows of a table, how its columns spread, and how its parents' children do. */
export function TableData({ data: { sample, picture } }: {
  readonly data: TableDataJson;
}): JSX.Element {
  const types = new Map(sample.columns.map((name, i) => [name, sample.column_types[i]!]));
  return (
    <>
      <section class="stack" aria-labelledby="sample-title">
        <div class="row-apart">
          <h2 id="sample-title">Sample</h2>
          <span class="soft small">
            {`The first ${sample.rows.length} of ${formatNumber(picture.row_count)} rows`}
          </span>
        </div>
        <SampleTable sample={sample} />
      </section>
      {picture.row_count > 0 && (
        <section class="stack" aria-labelledby="profile-title">
          <div class="row-apart">
            <h2 id="profile-title">Profile</h2>
            <span class="soft small">Measured in the files, all rows</span>
          </div>
          <ul class="pictures">
            {picture.columns.map((column) => (
              <ColumnPicture
                column={column}
                type={types.get(column.name) ?? ""}
                rowCount={picture.row_count}
                isExact={picture.is_exact}
                key={column.name}
              />
            ))}
          </ul>
        </section>
      )}
      {picture.references.length > 0 && picture.row_count > 0 && (
        <section class="stack" aria-labelledby="children-title">
          <h2 id="children-title">Rows per parent</h2>
          <ul class="pictures">
            {picture.references.map((reference) => (
              <ReferencePicture
                table={picture.table}
                reference={reference}
                key={reference.columns.join()}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
