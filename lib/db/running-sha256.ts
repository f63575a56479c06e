import { createHash } from 'node:crypto'
import type { RunningDigest } from '@/lib/evidence/oscal/write-oscal'

/** A SHA-256 over the UTF-8 bytes of texts that come one after the other. */
export function runningSha256(): RunningDigest {
  const hash = createHash('sha256')
  return { update: (text) => hash.update(text), hex: () => hash.digest('hex') }
}
