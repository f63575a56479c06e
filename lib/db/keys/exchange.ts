import { env } from '@/lib/env'
import { freshKey, installationKeys, keyFileOf, ownKeyFile, writeKeys } from '@/lib/env/key'
import { AppError } from '@/lib/kernel/app-error'
import { readOrganizations, readWithoutTenant } from '../read-scope'
import { dataKeyRepository, wrappedByOthers } from '../repositories/data-keys'
import { purposeOf, putSealed, type SealedSecret, sealedByOthers } from '../repositories/sealed-secrets'
import { type Tx, withoutTenant } from '../scope'
import { rewrapDataKey } from './data-key'
import { whileExchanging, whileSealing } from './key-lock'
import { keyRing } from './key-ring'
import { batchesOf, isUnused, type KeyUse } from './key-usage'
import { openInstallation, sealInstallation } from './seal-installation'

const BATCH = 100

/** The file that we may change: our own, and not one that somebody keeps for several machines. */
function changeableFile(): string | null {
  const file = keyFileOf(env())
  return file === ownKeyFile(env().dataDir) ? file : null
}

/**
 * Puts a fresh key in front of the file's, written before anything is sealed with it. Does nothing where an operator
 * keeps the list, or when an earlier exchange was cut short. Returns the key that seals from now on.
 */
export async function beginExchange(uses: readonly KeyUse[]): Promise<{ ref: string; made: boolean }> {
  const file = changeableFile()
  const cutShort = keyRing().length > 1 && uses.some((use) => !use.seals && !isUnused(use))
  await withoutTenant(async (tx) => {
    await whileExchanging(tx)
    if (file && !cutShort) writeKeys(file, [freshKey(), ...installationKeys(env())])
  })
  return { ref: keyRing()[0].ref, made: file !== null && !cutShort }
}

/** Seals the installation's own secrets anew with the key that seals now, some at a time; returns how many of each kind. */
export async function resealInstallation(): Promise<Record<SealedSecret['kind'], number>> {
  const done = { 'signing-key': 0, 'identity-provider': 0 }
  for (;;) {
    const rows = await readWithoutTenant((tx) => sealedByOthers(tx, keyRing()[0].ref, BATCH))
    if (rows.length === 0) return done
    await withoutTenant(async (tx) => {
      for (const row of rows) await putSealed(tx, row, await reseal(tx, row))
    })
    for (const { kind } of rows) done[kind] += 1
  }
}

const reseal = (tx: Tx, row: SealedSecret): Promise<string> =>
  sealInstallation(tx, purposeOf(row), openInstallation(purposeOf(row), row.sealed))

/** Those organizations that have a data key under any other key than the one that seals now. */
export async function organizationsToRewrap(ids: readonly string[]): Promise<Set<string>> {
  const stale = new Set<string>()
  for (const batch of batchesOf(ids)) {
    const some = await readOrganizations(batch, (tx) => wrappedByOthers(tx, batch, keyRing()[0].ref))
    for (const id of some) stale.add(id)
  }
  return stale
}

/** Wraps an organization's data keys with the key that seals now. What they sealed stays as it is. Returns their ids. */
export async function rewrapDataKeys(tx: Tx, organizationId: string): Promise<{ ref: string; ids: string[] }> {
  await whileSealing(tx)
  const [kek] = keyRing()
  const keys = dataKeyRepository(tx, organizationId)
  const ids: string[] = []
  for (const row of await keys.notWrappedBy(kek.ref)) {
    if (await keys.rewrap(row, rewrapDataKey(kek, organizationId, row))) ids.push(row.id)
  }
  return { ref: kek.ref, ids }
}

/**
 * Drops from our own file every key but the first that nothing needs; an operator's list is left to the operator. Nobody
 * seals meanwhile. Returns what was dropped, or could be. Throws `conflict` while anything has no key's name.
 */
export function forgetUnused(usage: () => Promise<KeyUse[]>): Promise<{ refs: string[]; dropped: boolean }> {
  const file = changeableFile()
  return withoutTenant(async (tx) => {
    await whileExchanging(tx)
    const uses = await usage()
    if (uses.some(({ ref }) => ref === null)) {
      const detail = 'Some secrets name no key yet. Run: npm run -s proofline -- keys rotate'
      throw new AppError('conflict', { detail })
    }
    const spent = new Set(uses.filter((use) => use.known && !use.seals && isUnused(use)).map(({ ref }) => ref))
    const [first, ...rest] = keyRing()
    const kept = rest.filter(({ ref }) => !spent.has(ref))
    if (file && spent.size > 0) writeKeys(file, [first.installation, ...kept.map(({ installation }) => installation)])
    return { refs: rest.flatMap(({ ref }) => (spent.has(ref) ? [ref] : [])), dropped: file !== null }
  })
}
