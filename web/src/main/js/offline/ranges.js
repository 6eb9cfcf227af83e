// Gives out what is kept as a host would: whole, its headers alone, or a part of it, as players of sound and films want it.
const RANGE = /^bytes=(\d*)-(\d*)$/;

/** The answer to a request for what is kept. */
export async function answerTo(request, kept) {
  const { headers } = kept;
  if (request.method === "HEAD") return new Response(null, { headers });
  const range = RANGE.exec(request.headers.get("range") ?? "");
  if (!range || range[0] === "bytes=-") return kept;
  const whole = await kept.blob();
  const [first, last] = partOf(range, whole.size);
  if (first > last) {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${whole.size}` } });
  }
  const part = new Headers(headers);
  part.set("content-range", `bytes ${first}-${last}/${whole.size}`);
  part.set("content-length", last - first + 1);
  return new Response(whole.slice(first, last + 1), { status: 206, statusText: "Partial Content", headers: part });
}

/** The first and the last byte of a part; of one that begins behind the end, the last comes before the first. */
function partOf([, first, last], size) {
  if (first === "") return [Math.max(size - Number(last), 0), size - 1];
  return [Number(first), Math.min(last === "" ? size - 1 : Number(last), size - 1)];
}
