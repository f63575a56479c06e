import { SNIFF_BYTES } from './sniff-csv'

/** The first bytes of a stream and the whole stream again, the head included. */
export type Peeked = { head: Uint8Array; chunks: AsyncGenerator<Uint8Array> }

/**
 * Reads ahead until `sniffCsv` has enough (or the stream ends) without losing a byte. Errors of the source come out as
 * they are. Read `chunks` once.
 */
export async function peekHead(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]()
  const read: Uint8Array[] = []
  let length = 0
  while (length < SNIFF_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    read.push(next.value)
    length += next.value.length
  }
  const head = new Uint8Array(length)
  let at = 0
  for (const chunk of read) {
    head.set(chunk, at)
    at += chunk.length
  }
  return { head, chunks: replay(head, iterator) }
}

async function* replay(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
