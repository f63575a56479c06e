import { derivedSecret } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import type { Tx } from '../scope'
import { decrypt } from './cipher'
import { whileSealing } from './key-lock'
import { keyNamed, keyRing } from './key-ring'
import { openText, sealedBy, sealText } from './sealed-text'

/** The installation's own secrets: signing keys' private halves, and a provider's client secret under the provider's id. */
export type InstallationSecret = 'signing-key' | `identity-provider:${string}`

const bindingOf = (purpose: InstallationSecret) => ({ purpose, organizationId: null })

/** Seals a secret of the installation with the key that seals now, to be stored within this transaction. */
export async function sealInstallation(tx: Tx, purpose: InstallationSecret, text: string): Promise<string> {
  await whileSealing(tx)
  return sealText(keyRing()[0], bindingOf(purpose), Buffer.from(text))
}

/**
 * Opens what `sealInstallation` made for the same purpose, and what was sealed before keys had names. Throws
 * `unavailable` when no key of this installation opens it, or when it was altered.
 */
export function openInstallation(purpose: InstallationSecret, sealed: string): string {
  const ref = sealedBy(sealed)
  if (ref === null) return openUnnamed(purpose, sealed)
  return openText(keyNamed(ref), bindingOf(purpose), sealed).toString('utf8')
}

/** The form used before keys had names: each purpose had a key derived from the installation's, and any may be it. */
function openUnnamed(purpose: InstallationSecret, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  for (const { installation } of keyRing()) {
    try {
      return decrypt(derivedSecret(installation, purpose), purpose, bytes).toString('utf8')
    } catch {
      // Sealed with another of the keys, or altered; the last word is said when none opens it.
    }
  }
  throw new AppError('unavailable', { reason: `no key of this installation opens this ${purpose}` })
}
