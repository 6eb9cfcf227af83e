export const more = "more";
