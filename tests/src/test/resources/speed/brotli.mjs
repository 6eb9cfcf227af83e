// Puts FILE.br beside each FILE of a kind that hosts compress: node brotli.mjs FOLDER
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const known = new Map(); // The same engine lies in several folders.
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!/\.(html|css|js|mjs|txt|json|svg|wasm)$/.test(file) || existsSync(file + ".br")) continue;
  const bytes = readFileSync(file);
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (!known.has(hash)) known.set(hash, brotliCompressSync(bytes));
  writeFileSync(file + ".br", known.get(hash));
}
