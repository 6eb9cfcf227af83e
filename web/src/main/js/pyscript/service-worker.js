// For workers of PyScript's pages; its scope is the folder of their scripts.
import "../service-worker.js";
