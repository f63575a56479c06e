import { createHash } from 'node:crypto'

/**
 * What tells one browser from another, as far as every request shows it. A session opened in one works in no other, so
 * that a cookie carried off is worth nothing where it is carried to by somebody who does not know where it came from.
 */
export const browserOf = (userAgent: string | null): string =>
  createHash('sha256')
    .update(userAgent ?? '')
    .digest('hex')
