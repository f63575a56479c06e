import { env } from '@/lib/env'
import { keyFileOf } from '@/lib/env/key'
import { readOrganizations, readWithoutTenant } from '../read-scope'
import { dataKeysByWrapper } from '../repositories/data-keys'
import { secretsBySealer } from '../repositories/sealed-secrets'
import { keyRing } from './key-ring'

/** One of the installation's keys and what it opens at present. */
export type KeyUse = {
  /** Null stands for what was sealed before keys had names. */
  ref: string | null
  /** Whether this process has the key; without it, what it sealed cannot be read. */
  known: boolean
  /** Whether new secrets are sealed with it. */
  seals: boolean
  dataKeys: number
  signingKeys: number
  identityProviders: number
}

const BATCH = 500

/** Where the keys come from: their file, or PROOFLINE_KEY. */
export const keySource = (): string => keyFileOf(env()) ?? 'PROOFLINE_KEY'

/** Every key that is listed or in use, in the order of the list, with the number of secrets that need it. */
export async function keyUsage(organizationIds: readonly string[]): Promise<KeyUse[]> {
  const uses = new Map<string | null, KeyUse>()
  const entryOf = (ref: string | null): KeyUse => {
    const entry = uses.get(ref) ?? {
      ref,
      known: false,
      seals: false,
      dataKeys: 0,
      signingKeys: 0,
      identityProviders: 0,
    }
    uses.set(ref, entry)
    return entry
  }
  for (const [at, { ref }] of keyRing().entries()) Object.assign(entryOf(ref), { known: true, seals: at === 0 })
  for (const { kind, ref, count } of await readWithoutTenant(secretsBySealer)) {
    entryOf(ref)[kind === 'signing-key' ? 'signingKeys' : 'identityProviders'] += count
  }
  for (const ids of batchesOf(organizationIds)) {
    for (const { ref, count } of await readOrganizations(ids, (tx) => dataKeysByWrapper(tx, ids))) {
      entryOf(ref).dataKeys += count
    }
  }
  return [...uses.values()]
}

/** Nothing needs this key any more. */
export const isUnused = ({ dataKeys, signingKeys, identityProviders }: KeyUse): boolean =>
  dataKeys + signingKeys + identityProviders === 0

export const batchesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH))
