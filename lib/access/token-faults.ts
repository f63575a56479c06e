/** Why a foreign token is not exchanged, in a sentence for the organization whose log keeps it. */
export const TOKEN_FAULTS = {
  'token-malformed': 'What was brought is no signed token.',
  'no-rule': 'No trust rule is about the issuer that the token names.',
  'header-refused': 'The token’s header names no key, or says something that no accepted token says.',
  'keys-unavailable': 'The issuer’s keys could not be read.',
  'key-unknown': 'The issuer has no key of the name that the token gives, or has two.',
  'algorithm-refused': 'The token’s algorithm does not fit the issuer’s key.',
  'signature-wrong': 'The signature is not the issuer’s.',
  'claims-malformed': 'The token does not say whom it is about, for whom it is or when it ends.',
  'issuer-wrong': 'The token is of another issuer.',
  'audience-wrong': 'The token is made out to somebody else.',
  expired: 'The token has expired.',
  'not-yet-valid': 'The token is dated in the future.',
  'lives-too-long': 'The token lives longer than a day.',
  'subject-wrong': 'The token’s subject does not look like the rule’s.',
  'token-used-before': 'The token was exchanged before, and the rule accepts each token once.',
} as const satisfies Record<string, string>

export type TokenFault = keyof typeof TOKEN_FAULTS

export const isTokenFault = (code: string): code is TokenFault => Object.hasOwn(TOKEN_FAULTS, code)
