// What the build runs in V8 for a document: the kernel and Pyodide, in surroundings that look like a web worker and let
// nothing out. `worker` is for the host alone; code that runs inside does not find it.
import { worker } from "./inside.js";
import { loadPyodide } from "pyodide/pyodide.mjs";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { start } from "../../../../kernel/target/classes/vivarium/kernel/kernel.js";

// What the kernel imports to begin with: an image that has it starts in half the time.
const NEEDED = "ast, asyncio, base64, functools, io, json, linecache, os, re, shutil, site, sys, time, traceback, types, "
  + "warnings, zipfile, pyodide.code";

start(() => Promise.resolve({ loadPyodide: load }));

/** Starts Python from the image that the host has, or from nothing, and then makes an image of it. */
async function load(options) {
  const image = worker.image;
  const start = image ? { _loadSnapshot: image } : { _makeSnapshot: true };
  const pyodide = await loadPyodide({ ...options, ...start, createPyodideModule });
  if (!image) {
    pyodide.runPython(`import ${NEEDED}`);
    worker.image = pyodide.makeMemorySnapshot();
  }
  return pyodide;
}

export default worker;
