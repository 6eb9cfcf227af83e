// Bundles what the build runs in V8 into one script: node bundle.mjs OUTPUT_FILE
import { build } from "esbuild";

await build({
  entryPoints: ["src/main/js/typeset.js"],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  globalName: "typeset",
  logLevel: "warning",
});
