import { z } from "zod";
import { showManifest } from "../../../../../../lib/app/mod.ts";
import { defineRoute, runParams, taggedJson } from "../../../../../../lib/web/mod.ts";

const manifestShape = z.looseObject({
  formatVersion: z.int(),
  seed: z.int(),
  generatorVersion: z.int(),
  tables: z.array(z.looseObject({
    name: z.string(),
    folder: z.string(),
    rows: z.int(),
    parts: z.array(z.looseObject({ file: z.string(), firstRow: z.int() })),
  })),
}).meta({ id: "Manifest" });

export const GET = defineRoute({
  id: "showManifest",
  tag: "Runs",
  summary: "What a completed run consists of: files, rows, checksums",
  params: runParams,
  answers: {
    200: { description: "The manifest, with an ETag", schema: manifestShape },
    304: { description: "It is what `If-None-Match` says" },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "RUN_ID_INVALID",
    "RUN_NOT_FOUND",
    "RUN_NOT_COMPLETED",
    "RUN_FILES_REMOVED",
    "STORAGE_UNREADABLE",
    "MANIFEST_INVALID",
  ],
  handler: ({ params, headers, service: { context } }) =>
    taggedJson(headers, showManifest(context, params.name, params.id)),
});
