import { run } from "./python.js";

const fail = (error) => postMessage({ failure: String(error?.message ?? error) });

addEventListener("message", ({ data }) => run(data).then((done) => postMessage({ done }), fail));
