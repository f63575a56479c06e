import { expect, test } from 'vitest'
import { accountTitle } from './account-title'
import { proofText } from './proof-text'

test.each([
  [{ passkeys: 0, sessions: 1 }, 'You have no passkey yet; one session is open'],
  [{ passkeys: 1, sessions: 2 }, 'One passkey signs you in; two sessions are open'],
  [{ passkeys: 13, sessions: 1 }, '13 passkeys sign you in; one session is open'],
])('%j reads as “%s”', (counts, title) => expect(accountTitle(counts)).toBe(title))

test('a session says how it was proven, and by whom where that is known', () => {
  expect(proofText({ method: 'oidc', provider: 'Acme' })).toBe('Single sign-on (Acme)')
  expect(proofText({ method: 'oidc', provider: null })).toBe('Single sign-on')
  expect(proofText({ method: 'passkey', provider: null })).toBe('Passkey')
  expect(proofText({ method: 'link', provider: null })).toBe('One-time link')
})
