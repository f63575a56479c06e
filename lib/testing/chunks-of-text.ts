/** A text as a stream cut into pieces of so many bytes, as a network might cut it: within names, escapes and characters. */
export async function* chunksOfText(text: string, bytes = 7): AsyncGenerator<Uint8Array> {
  const whole = new TextEncoder().encode(text)
  for (let at = 0; at < whole.length; at += bytes) yield whole.slice(at, at + bytes)
}
