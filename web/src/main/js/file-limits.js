// What a page can hold of its reader's files.
export const MOST_OF_ONE = 100 << 20; // Bytes. Python holds files in memory, and phones have little.
export const MOST_TOGETHER = 200 << 20;
export const MOST_FILES = 500;
