import type { PackPiece } from './pack-piece'

/**
 * Packs files before their turn, one after the other, while other contents are still being told: the one waits for disks
 * and the packer, the other for the database. What fails is thrown when its turn comes.
 */
export function packedAhead(pieces: readonly PackPiece[], signal: AbortSignal): PackPiece[] {
  let before: Promise<unknown> = Promise.resolve()
  return pieces.map((piece) => {
    const made = before.then(() => {
      signal.throwIfAborted()
      return piece.content()
    })
    before = made.catch(() => {})
    return { ...piece, content: () => made }
  })
}
