import { createHash } from 'node:crypto'
import { type Claim, repeatLedger } from '@/lib/db/repositories/repeat-ledger'
import { forOrganizations } from '@/lib/db/scope'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'

type Call = { request: Request; actor: Actor; params: unknown; body: unknown }

/**
 * Runs a create at most once per Idempotency-Key, organization and actor; a repeat gets the first answer. The key is
 * claimed before the work starts, so that two copies of a request in flight cannot both create.
 */
export async function once(call: Call, act: () => Promise<Response>): Promise<Response> {
  const key = call.request.headers.get('idempotency-key')
  const organizationId = organizationOf(call)
  if (!key || !organizationId) return act()
  if (key.length > 200) throw new AppError('bad-request', { detail: 'Idempotency-Key is longer than 200 characters.' })
  const claim: Claim = { actor: call.actor.userId ?? call.actor.name, key, requestHash: hashOf(call) }
  const ledger = <T>(work: (l: ReturnType<typeof repeatLedger>) => Promise<T>) =>
    forOrganizations([organizationId], (tx) => work(repeatLedger(tx, organizationId)))

  const earlier = await ledger((l) => l.claim(claim, new Date()))
  if (earlier) return replay(earlier, claim)
  try {
    const response = await act()
    await ledger(async (l) => l.settle(claim, response.status, await response.clone().json()))
    return response
  } catch (error) {
    await ledger((l) => l.release(claim))
    throw error
  }
}

function replay(earlier: { requestHash: string; status: number; body: unknown }, claim: Claim): Response {
  if (earlier.requestHash !== claim.requestHash) {
    throw new AppError('conflict', { detail: 'This Idempotency-Key was used with a different request.' })
  }
  if (earlier.status === 0)
    throw new AppError('conflict', { detail: 'The first request with this Idempotency-Key still runs.' })
  return Response.json(earlier.body, { status: earlier.status, headers: { 'idempotent-replay': 'true' } })
}

function organizationOf({ actor, params }: Call): string | undefined {
  const slug = typeof params === 'object' && params !== null && 'org' in params ? params.org : undefined
  return actor.memberships.find((m) => m.slug === slug)?.organizationId
}

function hashOf({ request, body }: Call): string {
  const { pathname, search } = new URL(request.url)
  return createHash('sha256')
    .update(`${request.method} ${pathname}${search}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')
}
