// The types of vivarium.js, which every page loads.

/** An output, in the shape of Jupyter's notebook format. */
export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | { output_type: "display_data" | "execute_result"; data: MimeBundle; display_id?: string }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] }
  | { output_type: "left_out"; characters: number; lines: number; displays: number };

/** The forms of a value by their media types; binary ones are base64, and JSON is its text. */
export type MimeBundle = { [mediaType: string]: string };

export interface Result {
  /** `prevented`: a listener of `viv:run` said no. */
  status: "done" | "failed" | "stopped" | "prevented";
  /** How long it ran. */
  milliseconds: number;
  outputs: Output[];
}

export type CellState = "static" | "ready" | "starting" | "queued" | "running" | "input" | "done" | "failed" | "stopped";

/** A live cell. */
export interface Cell extends HTMLElement {
  /** Runs the cell, unless it is busy; kept when the run has ended. Never rejected. */
  run(): Promise<Result>;
  stop(): void;
  /** Brings the author's code and output back. */
  reset(): void;
  /** Takes the outputs away. */
  clear(): void;
  /** The text in the editor. */
  code: string;
  readonly state: CellState;
  /** What the last run wrote so far; nothing before the first run on this page. */
  readonly outputs: Output[];
}

export const cells: {
  /** All live cells, in the order of the page. */
  all(): Cell[];
  /** The cell of that name, or null. */
  get(id: string): Cell | null;
};

/** What can be told as JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Environment {
  /** Whose variables; `main` unless said otherwise. */
  env?: string;
}

/** A variable that a cell has bound. */
export interface Variable {
  name: string;
  type: string;
  /** In a line, as far as it can be told without running code. */
  value: string;
  /** The length of what has one, `3 × 4` of an array. */
  shape: string;
  /** The bytes of an array's or a text's data; null where that is not known. */
  size: number | null;
  kind: "class" | "function" | "namespace" | "variable";
}

export const kernel: {
  readonly state: "off" | "starting" | "ready" | "failed";
  /** Starts Python, unless it is up or on its way. */
  start(): void;
  /** The variables, and how many more there are than are listed; null while Python is off or busy. */
  variables(environment?: Environment): Promise<{ variables: Variable[]; more: number } | null>;
  /** Ends Python with all variables, and starts it anew. */
  stop(): void;
  /** The same, and starts it when it was not up. */
  restart(): void;
  /** Runs code that no cell shows, after what was asked for before; `reason` says why Python could not. Never rejected. */
  run(code: string, options?: Environment): Promise<Result & { reason: string }>;
  /** A variable, as JSON tells it; rejected when there is none, or JSON cannot tell it. */
  get(name: string, options?: Environment): Promise<Json>;
  /** Sets a variable. */
  set(name: string, value: Json, options?: Environment): Promise<void>;
};

declare global {
  interface HTMLElementTagNameMap {
    "viv-cell": Cell;
  }
  interface DocumentEventMap {
    /** Before a run; `preventDefault()` keeps the cell from running, and `code` can be changed. */
    "viv:run": CustomEvent<{ id: string; code: string }>;
    /** An output has come; `preventDefault()` keeps it from being shown. */
    "viv:output": CustomEvent<{ id: string; output: Output }>;
    /** What the cell wrote goes: now, or when it waits, with its next output. */
    "viv:clear": CustomEvent<{ id: string; wait: boolean }>;
    /** Another value stands wherever one was shown under its `display_id`. */
    "viv:update": CustomEvent<{ output: Output }>;
    "viv:error": CustomEvent<{ id: string; name: string; message: string }>;
    "viv:done": CustomEvent<{ id: string; status: "done" | "failed" | "stopped"; milliseconds: number }>;
    "viv:state": CustomEvent<{ id: string; state: CellState }>;
    /** The reader or a script has changed the code. */
    "viv:change": CustomEvent<{ id: string; code: string }>;
    /** Before a reset; `preventDefault()` keeps the cell as it is. */
    "viv:reset": CustomEvent<{ id: string }>;
    /** A run has written files, or the reader has added or removed some; by their paths. */
    "viv:files": CustomEvent<{ written: string[]; added: string[]; removed: string[] }>;
    "viv:kernel": CustomEvent<{ state: "off" | "starting" | "ready" | "failed"; source: "" | "image" | "plain"; milliseconds: number }>;
  }
}
