import { isTokenFault, TOKEN_FAULTS } from './token-faults'

/** Every reason the policy knows for not allowing something, in a sentence for whoever asked. */
const REASONS = {
  'audit-scope': 'You were let in for an audit; this is not part of what it covers.',
  'authentication-context': 'The organization asks for a sign-in that proves more than this one did.',
  device: 'This needs a device that is known to be in good order.',
  'elevated-role': 'A role that was lent for a while cannot be used for this.',
  machine: 'Tokens cannot do this: it takes a person.',
  'machine-cannot-step-up': 'This needs a fresh proof, which a token cannot give.',
  method: 'This way of signing in does not fit who asks.',
  network: 'The organization does not accept requests from this network.',
  'network-unknown': 'The organization accepts requests from certain networks only, and this one is not known.',
  'policy-error': 'The access policy gave no usable answer.',
  'policy-unavailable': 'The access policy cannot be asked at the moment.',
  'proof-too-old': 'The organization asks for a more recent proof of who you are.',
  risk: 'Something unusual was seen in this session.',
  'risk-revoked': 'Too much unusual was seen in this session, so it was ended.',
  role: 'Your role does not include this.',
  'session-expired': 'The session has lasted too long.',
  'step-up-required': 'This is a sensitive act and needs a fresh proof of who you are.',
  'unknown-action': 'The access policy does not know this act.',
  unproven: 'This needs more than a sign-in link: a passkey or single sign-on.',
} as const satisfies Record<string, string>

export type Reason = keyof typeof REASONS

/**
 * The sentence for a reason code, the policy’s or a refused token’s. An external policy may have reasons of its own; they
 * are shown as they are.
 */
export const reasonText = (code: string): string =>
  isReason(code) ? REASONS[code] : isTokenFault(code) ? TOKEN_FAULTS[code] : `The access policy refuses this (${code}).`

const isReason = (code: string): code is Reason => Object.hasOwn(REASONS, code)
