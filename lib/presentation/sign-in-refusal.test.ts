import { expect, test } from 'vitest'
import { signInRefusal } from './sign-in-refusal'

test('an account nobody knows is told so, and nothing about who is known', () => {
  expect(signInRefusal('unknown-account').title).toBe('No organization here knows this account')
})
test.each(['refused', 'OAuthCallback', '', '__proto__', 'constructor', '<script>'])(
  'whatever else went wrong reads the same: %j',
  (code) => expect(signInRefusal(code).title).toBe('The sign-in could not be completed'),
)
