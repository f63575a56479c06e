import { expect, test } from 'vitest'
import type { AuditVerification } from '@/lib/model/audit-verification'
import { verificationLine, verificationTitle } from './audit-verification'

const whole: AuditVerification = {
  ok: true,
  entries: 1_412,
  older: 0,
  firstBroken: null,
  signedUpTo: { seq: 1_412, hash: 'a'.repeat(64), at: '2026-11-22T14:00:00.000Z', kid: 'abcdefghijkl' },
  keys: ['abcdefghijkl'],
}
const broken: AuditVerification = {
  ...whole,
  ok: false,
  entries: 207,
  firstBroken: { seq: 208, id: null, fault: 'missing', why: 'Entry 208 is missing: entry 209 follows entry 207.' },
  signedUpTo: whole.signedUpTo && { ...whole.signedUpTo, seq: 192 },
}

test('a whole log says how far, by which key and up to when', () => {
  expect(verificationTitle(whole)).toBe('Entries 1 to 1,412 are unbroken')
  expect(verificationLine(whole)).toBe('Signed by key abcd…kl up to entry 1,412 of 22 Nov 2026, 14:00 UTC.')
  expect(verificationLine({ ...whole, older: 7 })).toContain('7 entries from before the chain: as they were')
})
test('a broken log names the entry first, then what still holds', () => {
  expect(verificationTitle(broken)).toBe('Entry 208 is broken')
  expect(verificationLine(broken)).toBe(
    'Entry 208 is missing: entry 209 follows entry 207. Entries 1 to 207 before it: unbroken. Signed by key abcd…kl up to entry 192 of 22 Nov 2026, 14:00 UTC.',
  )
})
test('where nothing is chained nothing is vouched for', () => {
  const nothing = { ...whole, entries: 0, signedUpTo: null, keys: [] }
  expect(verificationTitle(nothing)).toBe('The log is empty')
  expect(verificationTitle({ ...nothing, older: 3 })).toBe('No entry is chained yet')
  expect(verificationLine({ ...nothing, older: 3 })).toBe(
    'Nothing is signed. 3 entries have no chain to vouch for them yet.',
  )
})
