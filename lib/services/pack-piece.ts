import { type PackContent, packedPieces, packedWhole } from '@/lib/db/pack-content'

/** One file of a pack before it is in the ZIP. What holds its content is asked when its turn comes. */
export type PackPiece = {
  path: string
  mediaType: string
  bytes: number
  /** The capability or requirement it is evidence for; null for what is about all of them. */
  speaksTo: string | null
  content(): Promise<PackContent>
}

export const MEDIA = {
  text: 'text/plain',
  markdown: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  jsonLines: 'application/jsonl',
  pem: 'application/x-pem-file',
} as const

/** A short text. */
export async function textPiece(path: string, mediaType: string, text: string, speaksTo: string | null = null) {
  return madePiece(path, mediaType, await packedWhole(Buffer.from(text, 'utf8'), mediaType), speaksTo)
}

/** Text of any length, made now and kept packed until its turn comes. */
export const streamedPiece = async (path: string, mediaType: string, pieces: AsyncIterable<string>, spool: string) =>
  madePiece(path, mediaType, await packedPieces(pieces, spool))

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const madePiece = (
  path: string,
  mediaType: string,
  content: PackContent,
  speaksTo: string | null = null,
): PackPiece & { made: PackContent } => ({
  path,
  mediaType,
  bytes: content.bytes,
  speaksTo,
  content: async () => content,
  made: content,
})
