import type { ChainedEntry, ChainHead, SignedHead } from '@/lib/evidence/audit-chain'
import type { ChainPage } from '@/lib/evidence/chain-steps'
import { newId } from '@/lib/kernel/id'
import type { AuditEntry } from '@/lib/model/audit-entry'
import type { Reading } from '../read-scope'
import type { Tx } from '../scope'
import { CLOCK, ENTRY_COLUMNS, HEAD_COLUMNS } from './audit-columns'

/** As many entries as are held in memory at once while a chain is read. */
const PAGE = 1_000
/** No id comes before it. */
const SMALLEST_ID = '00000000-0000-0000-0000-000000000000'

/** The end of the chain as whoever holds it sees it: `seq` 0 before the first entry. */
export type HeldHead = Pick<ChainHead, 'seq' | 'hash'> & {
  /** The database's clock, once the chain was held. */
  now: string
  /** Whether the latest checkpoint is a day old or there is none. */
  isStale: boolean
}

/** The end of an organization's chain. Whoever appends holds it until the transaction ends; others wait. */
export const auditChain = (tx: Tx, organizationId: string) => ({
  /** Holds the head; makes the chain when there is none, also when several transactions are the first at once. */
  async hold(): Promise<HeldHead> {
    const [head] = await heldHead(tx, organizationId)
    if (head) return head
    await tx.$executeRaw`
      INSERT INTO audit_chains (organization_id, id, seq, hash, at, kid, signature)
      VALUES (${organizationId}::uuid, ${newId()}::uuid, 0, '', now(), '', '') ON CONFLICT (organization_id) DO NOTHING`
    const [made] = await heldHead(tx, organizationId)
    if (!made) throw new Error('an audit chain that was just made is not there')
    return made
  },
  /** Writes entries and the head after them. */
  async extend(entries: readonly ChainedEntry[], head: SignedHead): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO audit_entries (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject, detail,
        session_id, address, decision, before_digest, after_digest, seq, previous_hash, hash)
      SELECT ${organizationId}::uuid, e.id, e.at, e."actorKind", e."actorId", e."actorName", e.action, e.subject,
        e.detail, e."sessionId", e.address, nullif(e.decision, 'null'::jsonb), e."beforeDigest", e."afterDigest", e.seq,
        e."previousHash", e.hash
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS e (id uuid, at timestamptz, "actorKind" text,
        "actorId" uuid, "actorName" text, action text, subject text, detail jsonb, "sessionId" uuid, address text,
        decision jsonb, "beforeDigest" text, "afterDigest" text, seq int8, "previousHash" text, hash text)`
    await tx.$executeRaw`
      UPDATE audit_chains SET seq = ${head.seq}::int8, hash = ${head.hash}, at = ${head.at}::timestamptz, kid = ${head.kid},
        signature = ${head.signature}
      WHERE organization_id = ${organizationId}::uuid`
  },
  /** Keeps a head for good. */
  async checkpoint({ seq, hash, at, kid, signature }: SignedHead): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO audit_checkpoints (organization_id, id, seq, hash, at, kid, signature)
      VALUES (${organizationId}::uuid, ${newId()}::uuid, ${seq}::int8, ${hash}, ${at}::timestamptz, ${kid}, ${signature})`
  },
})

const heldHead = (tx: Tx, organizationId: string): Promise<HeldHead[]> =>
  tx.$queryRaw<HeldHead[]>`
    SELECT c.seq::float8 AS seq, c.hash, ${CLOCK} AS now, coalesce((
        SELECT k.at < clock_timestamp() - interval '1 day' FROM audit_checkpoints k
        WHERE k.organization_id = c.organization_id ORDER BY k.seq DESC LIMIT 1), true) AS "isStale"
    FROM audit_chains c WHERE c.organization_id = ${organizationId}::uuid FOR UPDATE OF c`

/** Runs one read; who reads a long chain may want each to be a transaction of its own. */
type Read = <T>(work: (tx: Reading) => Promise<T>) => Promise<T>

/** An organization's whole chain in pages of one statement each, so that each shows one instant. */
export const auditChainReader = (read: Read, organizationId: string) => ({
  /** Entries that have no place in the chain, by id. */
  async *older(): AsyncGenerator<AuditEntry[]> {
    for (let after = SMALLEST_ID; ; ) {
      const page = await read((tx) => olderPage(tx, organizationId, after))
      if (page.length > 0) yield page
      const last = page.at(-1)
      if (!last || page.length < PAGE) return
      after = last.id
    }
  },
  async *pages(): AsyncGenerator<ChainPage> {
    for (let after = { seq: Number.MIN_SAFE_INTEGER, id: SMALLEST_ID }; ; ) {
      const [page] = await read((tx) => chainPage(tx, organizationId, after))
      if (!page) return
      yield page
      const last = page.entries.at(-1)
      if (!last || page.entries.length < PAGE) return
      after = { seq: last.seq ?? 0, id: last.id }
    }
  },
})

const olderPage = (tx: Reading, organizationId: string, after: string): Promise<AuditEntry[]> =>
  tx.$queryRaw<AuditEntry[]>`
    SELECT ${ENTRY_COLUMNS} FROM audit_entries
    WHERE organization_id = ${organizationId}::uuid AND seq IS NULL AND id > ${after}::uuid ORDER BY id LIMIT ${PAGE}`

/** Ordered by place and id, so that an entry whose place is taken is not skipped between pages. */
const chainPage = (tx: Reading, organizationId: string, after: { seq: number; id: string }): Promise<ChainPage[]> =>
  tx.$queryRaw<ChainPage[]>`
    WITH page AS MATERIALIZED (
      SELECT ${ENTRY_COLUMNS} FROM audit_entries
      WHERE organization_id = ${organizationId}::uuid AND audit_entries.seq >= ${after.seq}::int8
        AND (audit_entries.seq, audit_entries.id) > (${after.seq}::int8, ${after.id}::uuid)
      ORDER BY audit_entries.seq, audit_entries.id LIMIT ${PAGE}
    ), signed AS (
      SELECT ${HEAD_COLUMNS} FROM audit_checkpoints
      WHERE organization_id = ${organizationId}::uuid AND audit_checkpoints.seq > ${after.seq}::int8
        AND ((SELECT count(*) FROM page) < ${PAGE} OR audit_checkpoints.seq <= (SELECT max(page.seq) FROM page))
    ), head AS (SELECT ${HEAD_COLUMNS} FROM audit_chains WHERE organization_id = ${organizationId}::uuid)
    SELECT (SELECT coalesce(json_agg(page ORDER BY page.seq, page.id), '[]') FROM page) AS entries,
      (SELECT coalesce(json_agg(signed), '[]') FROM signed) AS checkpoints,
      (SELECT row_to_json(head) FROM head) AS head`
