// A packed file is a program of whoever packed it: there is no site that its code could be kept from.

/** Whether the code is not the author's. */
export const isForeign = false;
