import * as deploymentsRoute from '@/app/api/v1/orgs/[org]/deployments/route'
import * as incidentsRoute from '@/app/api/v1/orgs/[org]/incidents/route'
import * as maturityRoute from '@/app/api/v1/orgs/[org]/maturity/route'
import * as overviewRoute from '@/app/api/v1/orgs/[org]/overview/route'
import { decisionInput } from '@/lib/access/decision-input'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { closeDatabase, readers, useDatabase } from '@/lib/db/client'
import { readOrganizations } from '@/lib/db/read-scope'
import { users } from '@/lib/db/repositories/users'
import { forOrganizations } from '@/lib/db/scope'
import { env, overrideEnv } from '@/lib/env'
import { requestActor } from '@/lib/http/request-actor'
import type { RouteHandler } from '@/lib/http/route'
import type { Actor } from '@/lib/model/actor'
import { authorize } from '@/lib/services/authorize'
import { decide } from '@/lib/services/decide'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import { fillOrganizations, type Made } from './fill-organizations'
import { quantile } from './quantile'

/** What people ask for most: a page's worth of each. */
const TYPICAL: readonly RouteHandler[] = [
  overviewRoute.GET,
  incidentsRoute.GET,
  deploymentsRoute.GET,
  maturityRoute.GET,
]
const WARM_UP = 50
const ROUNDS = 250
const DECISIONS = 20_000
const MOST_OF_REQUEST = 0.25
const NOWHERE = { address: null, devicePosture: null, userAgent: null } as const

/**
 * Decisions a second in this process; and of the time that typical API requests take from end to end (handler to last
 * byte, without the network), the share that goes into knowing who asks, deciding, and opening the tenant's transaction.
 * All are taken in turns in one process; the tenant's transaction counts with what it adds to a bare statement.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase(async (database) => {
    const [organization] = await fillOrganizations(database.setupUrl, { organizations: 10, incidentsEach: 1_000 })
    if (!organization) throw new Error('there is no organization')
    try {
      return await measure(organization, await enter(database, organization))
    } finally {
      await closeDatabase()
    }
  })
}

/** The cookie of an assessor of the organization, with this process pointed at the database. */
async function enter({ folder, appUrl, key }: BenchDatabase, { organizationId }: Made): Promise<string> {
  overrideEnv({ dataDir: folder, databaseUrl: appUrl, keys: [key], ratePerMinute: 1_000_000 })
  useDatabase(appUrl)
  const userId = await forOrganizations([organizationId], async (tx) => {
    const { id } = await users(tx).put('ines@bench.example', 'Ines')
    await tx.membership.create({ data: { organizationId, userId: id, role: 'assessor' } })
    return id
  })
  return `${sessionCookie()}=${await openSession(userId, passkeyProof(new Date()), NOWHERE)}`
}

async function measure({ organizationId, slug }: Made, cookie: string): Promise<Figure[]> {
  const request = () => new Request(new URL('/', env().url), { headers: { cookie } })
  const guard = async (): Promise<Actor> => {
    const actor = await requestActor(request())
    await authorize(actor, slug, 'incident:read')
    return actor
  }
  const ask = async (handler: RouteHandler): Promise<void> => {
    const response = await handler(request(), { params: Promise.resolve({ org: slug }) })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`a typical request answered ${response.status}`)
  }
  const scoped = () => readOrganizations([organizationId], (tx) => tx.$queryRaw`SELECT 1`)
  const bare = () => readers().query({ name: 'bare', text: 'SELECT 1' })
  const times = { guard: [] as number[], scoped: [] as number[], bare: [] as number[], request: [] as number[] }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const handler = TYPICAL[round % TYPICAL.length] ?? overviewRoute.GET
    const taken = {
      guard: await timed(guard),
      scoped: await timed(scoped),
      bare: await timed(bare),
      request: await timed(() => ask(handler)),
    }
    if (round < WARM_UP) continue
    for (const [kind, milliseconds] of Object.entries(taken)) times[kind as keyof typeof times].push(milliseconds)
  }
  const scope = Math.max(0, mean(times.scoped) - mean(times.bare))
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'decide', metric, value, unit })
  return [
    noted(figure('decisions in process', await decisionsPerSecond(await guard()), '1/s')),
    noted(figure('authentication and decision (median)', quantile(times.guard, 0.5), 'ms')),
    noted(figure('what the tenant scope adds to a statement (mean)', scope, 'ms')),
    noted(figure('typical API request (median)', quantile(times.request, 0.5), 'ms')),
    atMost(
      MOST_OF_REQUEST,
      figure('their share of a typical API request', (mean(times.guard) + scope) / mean(times.request), 'ratio'),
    ),
  ]
}

async function decisionsPerSecond(actor: Actor): Promise<number> {
  const input = decisionInput(actor, {
    action: 'incident:import',
    membership: actor.memberships[0] ?? null,
    now: Date.now(),
  })
  const took = await timed(async () => {
    for (let n = 0; n < DECISIONS; n += 1) await decide(input)
  })
  return Math.round(DECISIONS / (took / 1000))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
