import { AppError } from '@/lib/kernel/app-error'

/** All of a stream as text in UTF-8. Throws too-large past the limit, invalid for bytes that are no such text. */
export async function wholeText(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > limitBytes)
      throw new AppError('too-large', { detail: `The document is larger than ${limitBytes / 1024 ** 2} MiB.` })
    // Whoever reads may fill the chunk anew.
    parts.push(Uint8Array.from(chunk))
  }
  return utf8(Buffer.concat(parts))
}

/** Throws invalid for bytes that are no text in UTF-8. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('invalid', { detail: 'The file is not text in UTF-8; OSCAL is imported as JSON.', cause })
  }
}
