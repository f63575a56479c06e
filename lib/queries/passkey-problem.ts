import { ApiProblem } from './api-problem'

/** What went wrong with a passkey, in words for whoever wanted to use it. */
export type PasskeyProblem = { title: string; detail: string }

/** What browsers answer, by the code that @simplewebauthn/browser gives it. */
const BY_CODE: Readonly<Record<string, PasskeyProblem>> = {
  ERROR_CEREMONY_ABORTED: {
    title: 'Cancelled',
    detail: 'Another request took its place. Nothing was changed; try again.',
  },
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: {
    title: 'There is one already',
    detail: 'This device or account holds a passkey of yours. Use that one, or add one on another device.',
  },
  ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT: {
    title: 'This authenticator is too old',
    detail: 'It cannot keep passkeys. Use another security key, or this device itself.',
  },
  ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT: {
    title: 'This authenticator cannot tell that it is you',
    detail: 'A passkey needs a PIN, a finger or a face. Set one up on the authenticator, or use another one.',
  },
  ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG: {
    title: 'This authenticator makes keys of another kind',
    detail: 'Passkeys here use ES256, EdDSA or RS256. Use another authenticator.',
  },
}

const WRONG_PLACE = {
  title: 'Passkeys do not work at this address',
  detail: 'They belong to the host name that whoever runs Proofline has set. Open Proofline at that address.',
}

/** The browser says no more than this, so that a page cannot learn which passkeys somebody has. */
const NOT_GIVEN = {
  title: 'No passkey was given',
  detail:
    'It was cancelled, took too long, or there is none for Proofline on this device. Nothing was changed; try again.',
}

/** What the server or the browser said, in words. */
export function passkeyProblem(error: unknown): PasskeyProblem {
  if (error instanceof ApiProblem)
    return { title: titleOf(error), detail: error.detail ?? 'Nothing was changed. Try again.' }
  if (!(error instanceof Error)) return NOT_GIVEN
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return WRONG_PLACE
  const known = BY_CODE[code]
  if (known) return known
  if (/not supported/i.test(error.message)) {
    return {
      title: 'This browser knows no passkeys',
      detail: 'Use a current browser, over https or on this machine itself.',
    }
  }
  return NOT_GIVEN
}

function titleOf({ status, code, title }: ApiProblem): string {
  if (status === 429) return 'Too many tries'
  return code !== 'step-up' && (status === 401 || status === 422) ? 'The passkey was not accepted' : title
}
