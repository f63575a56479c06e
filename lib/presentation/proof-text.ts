import type { OwnSession } from '@/lib/model/own-session'

/** How somebody proved who they are when the session began or last asked: `Passkey`, `Single sign-on (Acme)`, `One-time link`. */
export function proofText({ method, provider }: Pick<OwnSession, 'method' | 'provider'>): string {
  if (method === 'passkey') return 'Passkey'
  if (method === 'link') return 'One-time link'
  return provider === null ? 'Single sign-on' : `Single sign-on (${provider})`
}
