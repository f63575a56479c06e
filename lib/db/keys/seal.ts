import { AppError } from '@/lib/kernel/app-error'
import type { Reading } from '../read-scope'
import { dataKeyRepository, wrappedDataKey } from '../repositories/data-keys'
import type { Tx } from '../scope'
import { freshDataKey, unwrapDataKey } from './data-key'
import { whileSealing } from './key-lock'
import { keyRing } from './key-ring'
import { openText, sealedBy, sealText } from './sealed-text'

/**
 * Seals an organization's secret with its data key (AES-256-GCM), which is made on first use and kept wrapped by the
 * installation's key. The result, `v1.d-<data key>.<base64url>`, opens only for the same organization and purpose.
 */
export async function sealFor(tx: Tx, organizationId: string, purpose: string, text: string): Promise<string> {
  await whileSealing(tx)
  const row = (await wrappedDataKey(tx, organizationId, null)) ?? (await firstDataKey(tx, organizationId))
  const key = unwrapDataKey(organizationId, row)
  return sealText({ ref: `d-${row.id}`, key }, { purpose, organizationId }, Buffer.from(text))
}

/**
 * Opens what `sealFor` made for the same organization and purpose. Throws `unavailable`, with the cause in the log
 * alone, when it was altered, was another's, or a key is missing.
 */
export async function openFor(tx: Reading, organizationId: string, purpose: string, sealed: string): Promise<string> {
  const id = /^d-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(sealedBy(sealed) ?? '')?.[1]
  const row = id === undefined ? null : await wrappedDataKey(tx, organizationId, id)
  if (!row) throw new AppError('unavailable', { reason: `no data key of ${organizationId} sealed this ${purpose}` })
  const key = unwrapDataKey(organizationId, row)
  return openText({ ref: `d-${row.id}`, key }, { purpose, organizationId }, sealed).toString('utf8')
}

async function firstDataKey(tx: Tx, organizationId: string) {
  const keys = dataKeyRepository(tx, organizationId)
  await keys.lock()
  return (
    (await wrappedDataKey(tx, organizationId, null)) ?? (await keys.add(freshDataKey(keyRing()[0], organizationId)))
  )
}
