/** The lines of a text that comes in pieces, without their ends. Throws RangeError for a line longer than `atMost`. */
export async function* textLines(pieces: AsyncIterable<Uint8Array>, atMost: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let waiting = ''
  for await (const piece of pieces) {
    const lines = (waiting + decoder.decode(piece, { stream: true })).split('\n')
    waiting = lines.pop() ?? ''
    if (waiting.length > atMost) throw new RangeError('a line is too long')
    yield* lines
  }
  waiting += decoder.decode()
  if (waiting !== '') yield waiting
}
