import { newId } from '@/lib/kernel/id'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'

/** A data key as it is stored: wrapped by the key-encryption key that `wrappedBy` names. */
export type DataKeyRow = { id: string; wrapped: string; wrappedBy: string }

/** One data key of an organization, or without an id the one that seals now; null when there is none. */
export async function wrappedDataKey(
  tx: Reading,
  organizationId: string,
  id: string | null,
): Promise<DataKeyRow | null> {
  const [row] = await tx.$queryRaw<DataKeyRow[]>`
    SELECT id::text, wrapped, wrapped_by AS "wrappedBy" FROM data_keys
    WHERE organization_id = ${organizationId}::uuid
      AND CASE WHEN ${id}::text IS NULL THEN replaced_at IS NULL ELSE id = ${id}::uuid END
    ORDER BY created_at, id LIMIT 1`
  return row ?? null
}

/** How many data keys of the transaction's organizations each key-encryption key wraps. */
export const dataKeysByWrapper = (tx: Reading, ids: readonly string[]): Promise<{ ref: string; count: number }[]> =>
  tx.$queryRaw<{ ref: string; count: number }[]>`
    SELECT wrapped_by AS ref, count(*)::int AS count FROM data_keys
    WHERE organization_id = ANY (${[...ids]}::uuid[]) GROUP BY 1`

/** Those of the transaction's organizations that have a data key wrapped by any other key than this one. */
export async function wrappedByOthers(tx: Reading, ids: readonly string[], ref: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT organization_id::text AS id FROM data_keys
    WHERE organization_id = ANY (${[...ids]}::uuid[]) AND wrapped_by <> ${ref}`
  return new Set(rows.map(({ id }) => id))
}

/** An organization's data keys. Which key wrapped one may be exchanged; the key itself stays, and so does what it sealed. */
export const dataKeyRepository = (tx: Tx, organizationId: string) => ({
  /** Lets one transaction at a time make this organization's key; the others then see what it made. */
  async lock(): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`proofline data key ${organizationId}`}))`
  },
  async add(wrap: (id: string) => Omit<DataKeyRow, 'id'>): Promise<DataKeyRow> {
    const id = newId()
    const row = wrap(id)
    await tx.dataKey.create({ data: { organizationId, id, ...row, createdAt: new Date() } })
    return { id, ...row }
  },
  notWrappedBy: (ref: string): Promise<DataKeyRow[]> =>
    tx.dataKey.findMany({
      where: { organizationId, wrappedBy: { not: ref } },
      select: { id: true, wrapped: true, wrappedBy: true },
      orderBy: { id: 'asc' },
    }),
  /** Stores another wrapping; false when somebody else did so meanwhile. */
  async rewrap(before: DataKeyRow, after: Omit<DataKeyRow, 'id'>): Promise<boolean> {
    const { count } = await tx.dataKey.updateMany({
      where: { organizationId, id: before.id, wrapped: before.wrapped },
      data: after,
    })
    return count > 0
  },
})
