import { randomBytes } from 'node:crypto'
import type { DataKeyRow } from '../repositories/data-keys'
import type { KeyEncryptionKey } from './key-encryption-key'
import { keyNamed } from './key-ring'
import { openText, sealText } from './sealed-text'

const BYTES = 32

const bindingOf = (organizationId: string, id: string) => ({ purpose: `data-key:${id}`, organizationId })

/** A new data key for an organization, wrapped. */
export const freshDataKey =
  (kek: KeyEncryptionKey, organizationId: string) =>
  (id: string): Omit<DataKeyRow, 'id'> => ({
    wrapped: sealText(kek, bindingOf(organizationId, id), randomBytes(BYTES)),
    wrappedBy: kek.ref,
  })

/** The data key itself. Throws `unavailable` when the key that wrapped it is not known here, or it was altered. */
export const unwrapDataKey = (organizationId: string, { id, wrapped, wrappedBy }: DataKeyRow): Buffer =>
  openText(keyNamed(wrappedBy), bindingOf(organizationId, id), wrapped)

/** The same data key wrapped by another key. */
export const rewrapDataKey = (
  kek: KeyEncryptionKey,
  organizationId: string,
  row: DataKeyRow,
): Omit<DataKeyRow, 'id'> => ({
  wrapped: sealText(kek, bindingOf(organizationId, row.id), unwrapDataKey(organizationId, row)),
  wrappedBy: kek.ref,
})
