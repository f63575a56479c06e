/** What finds a failure in the log: the digest a failed page carries; null when it carries none. */
export const errorDigest = (error: unknown): string | null =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
