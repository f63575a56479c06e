import {
  CHAIN_BEGUN,
  type ChainHead,
  chained,
  headText,
  olderEntries,
  type UnchainedEntry,
} from '@/lib/evidence/audit-chain'
import { plainObject, plainText } from '@/lib/evidence/plain-json'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import { newId } from '@/lib/kernel/id'
import { LOCAL_CONTEXT } from '@/lib/model/access-context'
import type { Actor } from '@/lib/model/actor'
import type { AdmittedBy } from '@/lib/model/admission'
import { currentSigner } from '../keys/signing-key'
import type { Tx } from '../scope'
import { sha256 } from '../sha256'
import { auditChain, auditChainReader, type HeldHead } from './audit-chain'

/** A head is kept for good at least every so many entries. */
const CHECKPOINT_EVERY = 64

export type AuditEvent = {
  /** `noun.verb-in-the-past`, for example `deployment.created`. */
  action: string
  /** The id of what was acted upon. */
  subject: string
  detail?: object
  /** By which answer of the policy; null when it was not asked. */
  decision?: AdmittedBy | null
  /** What was acted upon, as it was and as it is; only the digest of its canonical JSON is kept. */
  before?: object | null
  after?: object | null
}

type Undated = Omit<UnchainedEntry, 'at'>

/** Who writes what nobody asked for. */
const PRODUCT: Actor = { kind: 'operator', userId: null, name: 'Proofline', memberships: [], context: LOCAL_CONTEXT }

const digestOf = (value: object | null | undefined): string | null =>
  value ? sha256(canonicalJson(plainObject(value))) : null

const entryOf = (actor: Actor, event: AuditEvent): Undated => ({
  id: newId(),
  actorKind: actor.kind,
  actorId: actor.userId,
  actorName: plainText(actor.name),
  action: plainText(event.action),
  subject: plainText(event.subject),
  detail: plainObject(event.detail ?? {}),
  sessionId: actor.context.sessionId,
  address: actor.context.address,
  decision: event.decision ? plainObject(event.decision) : null,
  beforeDigest: digestOf(event.before),
  afterDigest: digestOf(event.after),
})

/**
 * An organization's log within one transaction. The end of the chain is held from here on until the transaction ends, so
 * appending comes last, and who appends for several organizations goes by the order of their ids. The application's role
 * may neither change nor delete an entry.
 */
export const auditLog = (tx: Tx, organizationId: string) => ({
  append: (actor: Actor, event: AuditEvent): Promise<void> => extendChain(tx, organizationId, [entryOf(actor, event)]),
})

/**
 * The same, under one decision, for work that appends before it is done: what is said waits for `write`, so that the chain is held for the
 * shortest time and never by a transaction that still waits for something else.
 */
export const heldAuditLog = (tx: Tx, organizationId: string, decision: AdmittedBy | null = null) => {
  const waiting: Undated[] = []
  return {
    async append(actor: Actor, event: AuditEvent): Promise<void> {
      waiting.push(entryOf(actor, { decision, ...event }))
    },
    async write(): Promise<void> {
      if (waiting.length > 0) await extendChain(tx, organizationId, waiting.splice(0))
    },
  }
}

async function extendChain(tx: Tx, organizationId: string, waiting: readonly Undated[]): Promise<void> {
  const chain = auditChain(tx, organizationId)
  const held = await chain.hold()
  const isFirst = held.seq === 0
  const beginning = isFirst ? await beginningOf(tx, organizationId) : []
  const dated = [...beginning, ...waiting].map((entry) => ({ ...entry, at: held.now }))
  const entries = chained(sha256, organizationId, isFirst ? null : held, dated)
  const last = entries.at(-1)
  if (!last) return
  const head = await signed(tx, organizationId, { seq: last.seq, hash: last.hash, at: last.at })
  await chain.extend(entries, head)
  if (isCheckpointDue(held, last.seq)) await chain.checkpoint(head)
}

async function signed(tx: Tx, organizationId: string, head: ChainHead) {
  const { kid, sign } = await currentSigner(tx, 'audit')
  const signature = await sign(Buffer.from(headText(organizationId, head)))
  return { ...head, kid, signature: Buffer.from(signature).toString('base64url') }
}

const isCheckpointDue = (held: HeldHead, seq: number): boolean =>
  held.isStale || Math.floor(held.seq / CHECKPOINT_EVERY) < Math.floor(seq / CHECKPOINT_EVERY)

/** What a chain begins with where there are entries already: their count and digest, so that they are bound to it too. */
async function beginningOf(tx: Tx, organizationId: string): Promise<Undated[]> {
  const { older } = auditChainReader((work) => work(tx), organizationId)
  const { entries, digest } = await olderEntries(sha256, organizationId, older())
  if (entries === 0) return []
  const event = { action: CHAIN_BEGUN, subject: organizationId, detail: { entries, digest } }
  return [entryOf(PRODUCT, event)]
}
