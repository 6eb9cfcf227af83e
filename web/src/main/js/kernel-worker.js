import { start } from "./kernel.js";

start((url) => import(url));
