type Refusal = { title: string; detail: string }

const REFUSALS: Readonly<Record<string, Refusal>> = {
  'unknown-account': {
    title: 'No organization here knows this account',
    detail: 'Ask an administrator of your organization for a sign-in link, or use another account.',
  },
  'another-account': {
    title: 'That is not the account that is signed in here',
    detail: 'Sign out first to use another account. Nothing was changed.',
  },
  'stale-proof': {
    title: 'Your identity provider did not ask for a fresh sign-in',
    detail: 'It has to ask anew who you are, and to say when it did. Confirm with a passkey instead, or try again.',
  },
  'too-many-requests': { title: 'Too many tries', detail: 'Wait a minute, then try again.' },
  unavailable: { title: 'Your identity provider does not answer', detail: 'Try again in a moment.' },
}

/** What is said when the sign-in itself did not hold, whatever was wrong with it. */
const OTHER: Refusal = { title: 'The sign-in could not be completed', detail: 'Nothing was changed. Try again.' }

/** What whoever was refused reads, by the code in the sign-in page's address; anybody can write one there. */
export const signInRefusal = (code: string): Refusal =>
  (Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined) ?? OTHER
