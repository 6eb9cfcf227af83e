// A packed page has all its files.

export function preload() {}
