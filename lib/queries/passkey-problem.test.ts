import { expect, test } from 'vitest'
import { ApiProblem } from './api-problem'
import { passkeyProblem } from './passkey-problem'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test('what the server refuses is told in its own sentence', () => {
  const unknown = new ApiProblem(401, { title: 'Sign in first', detail: 'This passkey does not sign anybody in here.' })
  expect(passkeyProblem(unknown)).toEqual({
    title: 'The passkey was not accepted',
    detail: 'This passkey does not sign anybody in here.',
  })
  expect(passkeyProblem(new ApiProblem(429, { title: 'Too many requests', detail: 'Wait 6 seconds.' }))).toEqual({
    title: 'Too many tries',
    detail: 'Wait 6 seconds.',
  })
  const unproven = { type: 'https://proofline.dev/problems/step-up', title: 'Prove that it is you once more' }
  expect(passkeyProblem(new ApiProblem(401, unproven)).title).toBe('Prove that it is you once more')
  expect(passkeyProblem(new ApiProblem(0, { title: 'The server did not answer' })).title).toBe(
    'The server did not answer',
  )
})

test.each([
  ['ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY', 'No passkey was given'],
  ['ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED', 'There is one already'],
  ['ERROR_INVALID_RP_ID', 'Passkeys do not work at this address'],
  ['ERROR_INVALID_DOMAIN', 'Passkeys do not work at this address'],
])('%s reads as “%s”', (code, title) => expect(passkeyProblem(coded(code)).title).toBe(title))

test('a browser without passkeys, and a failure of a kind nobody knows, are told too', () => {
  expect(passkeyProblem(new Error('WebAuthn is not supported in this browser')).title).toBe(
    'This browser knows no passkeys',
  )
  expect(passkeyProblem('?').title).toBe('No passkey was given')
})
