import { decisionInput } from '@/lib/access/decision-input'
import { openSession, passkeyProof } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { closeDatabase, readers, useDatabase } from '@/lib/db/client'
import { readOrganizations } from '@/lib/db/read-scope'
import { users } from '@/lib/db/repositories/users'
import { forOrganizations } from '@/lib/db/scope'
import { env, overrideEnv } from '@/lib/env'
import { requestActor } from '@/lib/http/request-actor'
import type { Actor } from '@/lib/model/actor'
import { paths } from '@/lib/queries/paths'
import { authorize } from '@/lib/services/authorize'
import { decide } from '@/lib/services/decide'
import { type BenchDatabase, withBenchDatabase } from './bench-database'
import { atMost, type Figure, noted } from './figure'
import { fillOrganizations, type Made } from './fill-organizations'
import { serving } from './installation'
import { quantile } from './quantile'
import { type TimedGet, timedGet } from './timed-get'

/** What people ask for most: a page's worth of each. */
const TYPICAL: readonly ((org: string) => string)[] = [
  paths.api.overview,
  (org) => paths.api.records(org, 'incidents'),
  paths.api.deployments,
  paths.api.maturity,
]
const WARM_UP = 50
const ROUNDS = 250
const DECISIONS = 20_000
const MOST_OF_REQUEST = 0.25
const NOWHERE = { address: null, devicePosture: null, userAgent: null } as const

/**
 * Decisions a second in this process; and of the time that typical API requests take over HTTP, asked of the built
 * product with a session's cookie, the share that goes into knowing who asks, deciding, and opening the tenant's
 * transaction. These are timed in this process over the same database, in turns with the requests; the transaction
 * counts with what it adds to a bare statement.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withBenchDatabase(async (database) => {
    const [organization] = await fillOrganizations(database.setupUrl, { organizations: 10, incidentsEach: 1_000 })
    if (!organization) throw new Error('there is no organization')
    try {
      const cookie = await enter(database, organization)
      return await serving(database, (origin) => measure(organization, cookie, timedGet(origin)))
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

async function measure({ organizationId, slug }: Made, cookie: string, get: TimedGet): Promise<Figure[]> {
  const request = () => new Request(new URL('/', env().url), { headers: { cookie } })
  const guard = async (): Promise<Actor> => {
    const actor = await requestActor(request())
    await authorize(actor, slug, 'incident:read')
    return actor
  }
  const scoped = () => readOrganizations([organizationId], (tx) => tx.$queryRaw`SELECT 1`)
  const bare = () => readers().query({ name: 'bare', text: 'SELECT 1' })
  const times = { guard: [] as number[], scoped: [] as number[], bare: [] as number[], request: [] as number[] }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const path = TYPICAL[round % TYPICAL.length] ?? paths.api.overview
    const taken = {
      guard: await timed(guard),
      scoped: await timed(scoped),
      bare: await timed(bare),
      request: await get(path(slug), { cookie }),
    }
    if (round < WARM_UP) continue
    for (const [kind, milliseconds] of Object.entries(taken)) times[kind as keyof typeof times].push(milliseconds)
  }
  const median = (kind: keyof typeof times) => quantile(times[kind], 0.5)
  const scope = Math.max(0, median('scoped') - median('bare'))
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'decide', metric, value, unit })
  return [
    noted(figure('decisions in process', await decisionsPerSecond(await guard()), '1/s')),
    noted(figure('authentication and decision (median)', median('guard'), 'ms')),
    noted(figure('what the tenant scope adds to a statement (median)', scope, 'ms')),
    noted(figure('typical API request (median)', median('request'), 'ms')),
    atMost(
      MOST_OF_REQUEST,
      figure('their share of a typical API request', (median('guard') + scope) / median('request'), 'ratio'),
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
