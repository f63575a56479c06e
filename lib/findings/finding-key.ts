import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { Digest } from '@/lib/kernel/digest'

/**
 * What makes a finding the same one in every run: the hexadecimal SHA-256 of the canonical JSON of its check's id and its
 * resource's id. Halves of characters, which other scanners' files can hold, count as the replacement character.
 */
export const findingKey = (digest: Digest, checkId: string, resourceId: string): string =>
  digest(canonicalJson([checkId.toWellFormed(), resourceId.toWellFormed()]))
