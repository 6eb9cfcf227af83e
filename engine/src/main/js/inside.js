// Loaded before anything else in the sealed realm, whose script is a function of `lent`.
/* global lent */
import { surround } from "./surroundings.js";

export const worker = surround(lent);
