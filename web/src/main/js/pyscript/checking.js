// stand-in
export async function checked() {}
