import { derivedSecret } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { decrypt, encrypt } from './cipher'
import type { KeyEncryptionKey } from './key-encryption-key'
import { keyRing } from './key-ring'
import { bindingOf, fromSealedText, toSealedText } from './sealed-text'

/** Seals a secret of the installation itself, as a signing key's private half, with the key that seals now. */
export function sealInstallation(purpose: string, text: string): string {
  const [kek] = keyRing()
  const keyRef = `k-${kek.id}`
  return toSealedText({ keyRef, bytes: encrypt(kek.key, bindingOf(keyRef, purpose, null), Buffer.from(text)) })
}

/**
 * Opens what `sealInstallation` made for the same purpose, and what was sealed before keys had names. Throws
 * `unavailable` when no key of this installation opens it, or when it was altered.
 */
export function openInstallation(purpose: string, sealed: string): string {
  const parts = fromSealedText(sealed)
  const keys = keyRing()
  if (!parts) return openUnnamed(keys, purpose, sealed)
  const kek = keys.find(({ id }) => parts.keyRef === `k-${id}`)
  if (!kek) throw new AppError('unavailable', { reason: `no key ${parts.keyRef} opens this ${purpose}` })
  try {
    return decrypt(kek.key, bindingOf(parts.keyRef, purpose, null), parts.bytes).toString('utf8')
  } catch (cause) {
    throw new AppError('unavailable', { reason: `a sealed ${purpose} was altered`, cause })
  }
}

/** The form used before keys had names: each purpose had a key derived from the installation's, and any may be it. */
function openUnnamed(keys: readonly KeyEncryptionKey[], purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  for (const { installation } of keys) {
    try {
      return decrypt(derivedSecret(installation, purpose), purpose, bytes).toString('utf8')
    } catch {}
  }
  throw new AppError('unavailable', { reason: `no key of this installation opens this ${purpose}` })
}
