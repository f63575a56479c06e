import type { Tx } from '../scope'

/** As many that have expired anyway are forgotten along with each new one. */
const SWEPT = 100

/** Tokens that may be exchanged once, across all organizations; only SHA-256 is kept. */
export const usedTokens = (tx: Tx) => ({
  /** Takes a token out of use; false when somebody did so before. Two at once: one wins. */
  async take(tokenHash: string, expiresAt: Date, now: Date): Promise<boolean> {
    await tx.$executeRaw`
      DELETE FROM used_tokens WHERE token_hash IN (
        SELECT token_hash FROM used_tokens WHERE expires_at < ${now.toISOString()}::timestamptz
        LIMIT ${SWEPT} FOR UPDATE SKIP LOCKED)`
    const { count } = await tx.usedToken.createMany({ data: [{ tokenHash, expiresAt }], skipDuplicates: true })
    return count === 1
  },
})
