import type { PackCheck, PackCheckName, PackVerification } from '@/lib/model/pack-verification'
import { countText } from './number'

const CHECKS: Record<PackCheckName, string> = {
  container: 'Container',
  manifest: 'List of files',
  signature: 'Signature',
  signer: 'Signer',
  files: 'Files',
  'audit-log': 'Audit log',
  timestamp: 'Timestamp',
}

/** What is looked at in a pack, as a person reads it. */
export const packCheckTitle = (name: PackCheckName): string => CHECKS[name]

/** How a check ended, in a word. */
export const packCheckOutcome = ({ passed }: PackCheck): string =>
  passed === null ? 'not checked' : passed ? 'passed' : 'failed'

/** The verdict in one line. */
export function packVerdictTitle({ verdict }: PackVerification): string {
  if (verdict === 'verified') return 'The pack is verified'
  return verdict === 'refused' ? 'The pack is refused' : 'The pack is whole, but its signer is not confirmed'
}

/** What the verdict means; whole sentences. */
export function packVerdictLine({ verdict, faults, files }: PackVerification): string {
  if (verdict === 'verified') {
    return `All ${countText(files.listed)} files are as they were signed, by a key of the key history.`
  }
  if (verdict === 'refused') {
    return faults.length === 1 ? 'One thing is wrong with it.' : `${countText(faults.length)} things are wrong with it.`
  }
  return 'Nothing was changed since it was signed with the key inside it. But whoever makes a pack chooses that key, so this does not say who signed. Compare the fingerprint with one you have from the organization, or verify with its key history.'
}
