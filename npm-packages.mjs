// Runs `npm ci` unless it has run for this package-lock.json already.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));
const marker = join(root, "node_modules", ".vivarium-lock.json");
const lock = readFileSync(join(root, "package-lock.json"), "utf8");

function installed() {
  try {
    return readFileSync(marker, "utf8");
  } catch {
    return "";
  }
}

if (installed() !== lock) {
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  writeFileSync(marker, lock);
}
