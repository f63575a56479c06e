import type { AuditVerification } from '@/lib/model/audit-verification'
import { instantText } from './date'
import { shortDigest } from './digest'
import { countText } from './number'

/** The finding in one line: `Entries 1 to 412 are unbroken` or `Entry 208 is broken`. */
export function verificationTitle({ ok, entries, older, firstBroken }: AuditVerification): string {
  if (firstBroken) return firstBroken.seq === null ? 'The beginning is broken' : `Entry ${firstBroken.seq} is broken`
  if (!ok) return 'The log is broken'
  if (entries === 0) return older === 0 ? 'The log is empty' : 'No entry is chained yet'
  return entries === 1 ? 'Entry 1 is unbroken' : `Entries 1 to ${countText(entries)} are unbroken`
}

/** What is wrong, or what vouches for the log; whole sentences. */
export function verificationLine(found: AuditVerification): string {
  const { firstBroken, entries, older, signedUpTo } = found
  const sentences = [
    ...(firstBroken ? [firstBroken.why] : []),
    ...(firstBroken && entries > 0
      ? [`${entries === 1 ? 'Entry 1' : `Entries 1 to ${countText(entries)}`} before it: unbroken.`]
      : []),
    ...(signedUpTo
      ? [
          `Signed by key ${shortDigest(signedUpTo.kid)} up to entry ${countText(signedUpTo.seq)} of ${instantText(signedUpTo.at)}.`,
        ]
      : ['Nothing is signed.']),
    ...(older > 0 && !firstBroken ? [olderLine(older, entries > 0)] : []),
  ]
  return sentences.join(' ')
}

const olderLine = (older: number, isChained: boolean): string =>
  isChained
    ? `${older === 1 ? 'One entry' : `${countText(older)} entries`} from before the chain: as they were when it began.`
    : `${older === 1 ? 'One entry has' : `${countText(older)} entries have`} no chain to vouch for ${older === 1 ? 'it' : 'them'} yet.`
