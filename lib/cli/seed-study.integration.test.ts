import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operator } from '@/lib/auth/operator'
import { takeSignInLink } from '@/lib/auth/sign-in-link'
import { withClient } from '@/lib/db/with-client'
import type { Actor } from '@/lib/model/actor'
import { computeStudy } from '@/lib/services/compute-study'
import { countFindings } from '@/lib/services/count-findings'
import { createAssessment } from '@/lib/services/create-assessment'
import { createDeployment } from '@/lib/services/create-deployment'
import { createOrganization } from '@/lib/services/create-organization'
import { getPortfolio } from '@/lib/services/get-portfolio'
import { listAssessments } from '@/lib/services/list-assessments'
import { listAuditRequests } from '@/lib/services/list-audit-requests'
import { listConnections } from '@/lib/services/list-connections'
import { putMember } from '@/lib/services/put-member'
import { summarizeOrganizations } from '@/lib/services/summarize-organizations'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { person } from '@/lib/testing/organizations'
import { testSettings } from '@/lib/testing/settings'
import { PROFILES } from '@/prisma/seed/study/profiles'
import { study } from '@/prisma/seed/study/scenario'
import { seedStudy } from './seed-study'
import { seedWhenEmpty, signInLinks } from './start-hooks'

const BASE = 'http://localhost:3111'
const TABLES = [
  ...['organizations', 'users', 'memberships', 'deployments', 'assessments', 'answers', 'evidence'],
  ...['incidents', 'compliance_audits', 'monthly_metrics', 'import_batches', 'import_revisions', 'audit_entries'],
  ...['connections', 'runs', 'run_units', 'check_verdicts', 'posture_points', 'findings', 'finding_events'],
]

/** Of each organization with sources: its findings, and what AWS and the cluster came to at the last reading. */
const SAID = [
  {
    org: 'meridian-health',
    findings: { open: 41, accepted: 1, resolved: 15 },
    last: [
      { pass: 29, fail: 12, not_applicable: 1, unknown: 3 },
      { pass: 7, fail: 5, not_applicable: 3, unknown: 1 },
    ],
  },
  {
    org: 'corvid-payments',
    findings: { open: 10, accepted: 1, resolved: 3 },
    last: [
      { pass: 37, fail: 4, not_applicable: 1, unknown: 3 },
      { pass: 8, fail: 4, not_applicable: 3, unknown: 1 },
    ],
  },
]

let database: TestDatabase

/** How many rows each table holds, behind every wall. */
const counts = (): Promise<[string, number][]> =>
  withClient(database.setupUrl, async (client) => {
    const found: [string, number][] = []
    for (const table of TABLES)
      found.push([table, (await client.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n])
    return found
  })

const ciso = () => person('ada.ruiz@example.test', 'Ada Ruiz')
const improvement = (metric: string, percent: number | null) =>
  (percent ?? Number.NaN) * (metric === 'passRate' ? 1 : -1)

beforeAll(async () => {
  testSettings()
  database = await testDatabase()
})
afterAll(() => database.close())

describe('before anything is loaded', () => {
  test('the first administrator gets a link, belongs nowhere and may make an organization', async () => {
    const [link, ...more] = await signInLinks(BASE)
    expect([link?.label, more]).toEqual(['First administrator', []])
    const url = new URL(link?.url ?? '')
    expect([url.origin, url.pathname]).toEqual([BASE, '/sign-in/link'])
    const token = url.searchParams.get('token') ?? ''
    expect(await takeSignInLink(token)).not.toBeNull()
    expect(await takeSignInLink(token)).toBeNull()
  })

  test('there is no study, and nothing is said of it', async () => {
    const { organizations, metrics } = await computeStudy(await operator())
    expect([organizations, metrics[0]?.baseline]).toEqual([0, null])
  })
})

describe('an interrupted load', () => {
  test('is continued where it stopped, and until then the organization counts for nothing', async () => {
    const [begun] = study.build()
    if (!begun) throw new Error('the study has no organization')
    await createOrganization(await operator(), { ...begun.organization, synthetic: true })
    const { slug: org } = begun.organization
    const owner = await operator()
    const { id: deploymentId } = await createDeployment(owner, { org, deployment: begun.deployment })
    for (const { name, asOf } of begun.assessments.slice(0, 1))
      await createAssessment(owner, { org, assessment: { deploymentId, name, asOf } })
    expect((await computeStudy(await operator())).organizations).toBe(0)
    expect(await seedWhenEmpty()).toBe(12)
    const all = await summarizeOrganizations(await operator())
    expect(all.filter(({ slug }) => slug === org)).toHaveLength(1)
    expect(all.every(({ synthetic, deployments }) => synthetic && deployments === 1)).toBe(true)
  }, 180_000)
})

describe('the study once it is loaded', () => {
  test('loading it again changes not a single row and says so', async () => {
    const before = await counts()
    expect(await seedStudy()).toMatchObject({ scenario: 'study', organizations: 12, loaded: [] })
    expect(await seedWhenEmpty()).toBe(0)
    expect(await counts()).toEqual(before)
  })

  test('the published reductions come back from the records within 5 points', async () => {
    const computed = await computeStudy(await operator())
    expect(computed.organizations).toBe(12)
    for (const { metric, organizations, difference } of computed.metrics) {
      expect([metric, organizations]).toEqual([metric, 12])
      expect(Math.abs(difference ?? Number.NaN)).toBeLessThan(5)
    }
  })

  test('the two-layer group improves by 25 to 38 % in every metric, and its three values stand side by side', async () => {
    const { twoLayer, fiveLayer } = await computeStudy(await operator())
    for (const { metric, changePercent, values, organizations } of twoLayer) {
      expect(improvement(metric, changePercent)).toBeGreaterThan(25)
      expect(improvement(metric, changePercent)).toBeLessThan(38)
      expect([organizations, values.length]).toEqual([3, 3])
    }
    expect(fiveLayer.map(({ organizations }) => organizations)).toEqual([9, 9, 9, 9])
  })

  test('the portfolio pools the same figures, and every layer stands where the story has it', async () => {
    const reader = await ciso()
    const [portfolio, computed] = [await getPortfolio(reader, {}), await computeStudy(reader)]
    expect(portfolio.pooled.metrics.map(({ baseline, value }) => [baseline, value])).toEqual(
      computed.metrics.map(({ baseline, month12 }) => [baseline, month12]),
    )
    for (const { organization, maturity } of portfolio.items) {
      const profile = PROFILES.find(({ slug }) => slug === organization.slug)
      expect([organization.slug, maturity?.layers.map(({ stage }) => stage)]).toEqual([
        organization.slug,
        profile?.stages.after,
      ])
    }
  })

  test('every organization was assessed three times by one person and approved by another; one has work under way', async () => {
    const reader = await ciso()
    for (const { slug } of reader.memberships) {
      const { items } = await listAssessments(reader, { org: slug, limit: 50 })
      const approved = items.filter(({ state }) => state === 'approved')
      expect([slug, approved.length]).toEqual([slug, 3])
      expect(approved.every(({ submittedBy, approvedBy }) => submittedBy !== approvedBy)).toBe(true)
      const open = items.filter(({ state }) => state !== 'approved').map(({ state }) => state)
      expect([slug, open]).toEqual([slug, slug === 'meridian-health' ? ['draft', 'submitted'] : []])
    }
  })

  test('two organizations have sources that nobody can ask, and what these said is the same on every load', async () => {
    const reader = await person('ines.okafor@example.test', 'Ines Okafor')
    const said = []
    for (const org of ['meridian-health', 'corvid-payments']) {
      const { items } = await listConnections(reader, { org, page: { limit: 50 } })
      const read = items.filter(({ settings }) => settings.kind !== 'findings')
      expect(read.map(({ pausedAt, hasSecret }) => [pausedAt === null, hasSecret])).toEqual([
        [false, false],
        [false, false],
      ])
      const { open, accepted, resolved } = await countFindings(reader, { org })
      said.push({
        org,
        findings: { open, accepted, resolved },
        last: read.map(({ lastRun }) => lastRun?.totals?.verdicts),
      })
    }
    expect(said).toEqual(SAID)
  })

  test('five readers get links that sign in the right person once', async () => {
    const links = await signInLinks(BASE)
    expect(links.map(({ label }) => label)).toEqual([
      'Administrator (Sam Admin)',
      'CISO (Ada Ruiz)',
      'Security team (Ines Okafor)',
      'Auditor (Noor Haddad)',
      'External auditor, SOC 2 (Marta Silva)',
    ])
    const [, cisoLink] = links
    const token = new URL(cisoLink?.url ?? '').searchParams.get('token') ?? ''
    expect(await takeSignInLink(token)).toBe((await ciso()).userId)
    expect((await ciso()).memberships.map(({ role }) => role)).toEqual(Array.from({ length: 12 }, () => 'viewer'))
  })

  test('an external auditor is let in for one organization, one framework and one year, and waits for an answer', async () => {
    const marta = await person('marta.silva@example.test', 'Marta Silva')
    expect(marta.memberships.map(({ slug, scoped }) => ({ slug, scoped }))).toEqual([
      { slug: 'meridian-health', scoped: true },
    ])
    const asked = await listAuditRequests(marta, { org: 'meridian-health', filter: {}, page: { limit: 10 } })
    expect(asked.items.map(({ state }) => state)).toEqual(['open', 'answered', 'accepted'])
  })
})

describe('who sees the study', () => {
  test('a member sees it over their own organizations alone, a stranger over none', async () => {
    const owner = await operator()
    const email = 'one@example.test'
    await putMember(owner, { org: 'fennec-labs', email, name: 'One', role: 'viewer' })
    const own = await computeStudy(await person(email, 'One'))
    expect([own.organizations, own.twoLayer[0]?.values.map(({ slug }) => slug)]).toEqual([1, ['fennec-labs']])
    const stranger: Actor = await person('nobody@example.test', 'Nobody')
    expect((await computeStudy(stranger)).organizations).toBe(0)
  })
})

describe('beside real data', () => {
  test('nothing is loaded by itself, and a name that is taken refuses the whole demo before it begins', async () => {
    const other = await testDatabase()
    try {
      const founder = await person('founder@example.test', 'Founder')
      const real = { slug: 'kestrel-cloud', name: 'Real Kestrel', sector: 'technology', headcount: 7 } as const
      await createOrganization(founder, { ...real, clouds: [] })
      expect(await seedWhenEmpty()).toBe(0)
      expect(await signInLinks(BASE)).toEqual([])
      await expect(seedStudy()).rejects.toMatchObject({
        code: 'conflict',
        detail: expect.stringContaining('kestrel-cloud'),
      })
      const kept = await summarizeOrganizations(await operator())
      expect(kept).toMatchObject([{ name: 'Real Kestrel', synthetic: false, deployments: 0 }])
    } finally {
      await other.close()
    }
  })
})
