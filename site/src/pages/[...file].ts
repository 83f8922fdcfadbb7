import type { APIRoute } from "astro";
import { mediaType } from "../../../compiler/cli/output/media-types.ts";
import { handOver } from "../../beside.ts";
import { site } from "../compiled.ts";
import { allFiles, writeFiles, type SiteFile } from "../files.ts";

/** While developing, every file beside the pages has its address here; a build writes them itself when the pages are done. */
export const getStaticPaths = async (): Promise<{ params: { file: string }; props: { file: SiteFile } }[]> => {
  if (site().settings.dev) return (await allFiles()).map((file) => ({ params: { file: file.path }, props: { file } }));
  handOver(writeFiles);
  return [];
};

/** Hands out one of them. */
export const GET: APIRoute<{ file: SiteFile }> = async ({ props }) => {
  const body = new Blob(
    [...(await props.file.pieces())].map((piece) => (typeof piece === "string" ? piece : piece.slice())),
  );
  return new Response(body, { headers: { "Content-Type": mediaType(props.file.path) } });
};
