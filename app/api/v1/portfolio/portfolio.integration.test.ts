import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOfSession, LINK_PROOF, openSession } from '@/lib/auth/session'
import { newId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { LayerId } from '@/lib/model/layer'
import type { Sector } from '@/lib/model/organization'
import type { Portfolio, PortfolioRow } from '@/lib/model/portfolio'
import { createOrganization } from '@/lib/services/create-organization'
import { getPortfolio } from '@/lib/services/get-portfolio'
import { importAudits } from '@/lib/services/import-audits'
import { putMember } from '@/lib/services/put-member'
import { updateOrganization } from '@/lib/services/update-organization'
import { approvedOf } from '@/lib/testing/assessments'
import { callRoute } from '@/lib/testing/call-route'
import { chunksOf, csvText, optionsOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, NOWHERE, person, twoOrganizations } from '@/lib/testing/organizations'
import * as portfolio from './route'

let database: TestDatabase
let board: Actor
let stranger: Cast

const NOW = new Date('2027-01-15T12:00:00Z')
const email = `board-${newId()}@example.org`

type Story = { name: string; sector: Sector; headcount: number | null; live: LayerId[]; before: number; after: number }

/** Audits of 100 controls each: `before` pass in the baseline and in month 3 of live operation, `after` in a later one. */
async function auditsOf(
  { admin, org }: Cast,
  before: number,
  after: number,
  deployment?: string,
  last = '2026-11',
): Promise<void> {
  const months = ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2026-02', last]
  const rows = months.map((month) => [month, `${month}-05`, month === last ? after : before, 100])
  await importAudits(admin, {
    org,
    map: { externalId: 'id', auditedOn: 'on', passed: 'passed', assessed: 'assessed' },
    options: optionsOf({ deployment }),
    chunks: chunksOf(csvText(['id', 'on', 'passed', 'assessed'], ...rows)),
  })
}

/** An organization whose pass rate goes from `before` to `after` of 100 controls, that the board may look at. */
async function organizationOf({ name, sector, headcount, live, before, after }: Story): Promise<Cast> {
  const cast = (await twoOrganizations()).victim
  await updateOrganization(cast.admin, { org: cast.org, change: { name, sector, headcount } })
  await deploymentOf(cast, { live })
  await auditsOf(cast, before, after, 'payments')
  await putMember(cast.admin, { org: cast.org, email, name: 'Bo Board', role: 'viewer' })
  return cast
}

const FIVE: LayerId[] = ['IAM', 'NET', 'MON', 'POL', 'DAT']
let aldery: Cast
let brannock: Cast

beforeAll(async () => {
  database = await testDatabase()
  const common = { before: 80, headcount: 700 }
  await organizationOf({ ...common, name: 'corvid', sector: 'financial', live: FIVE, after: 96, headcount: 5000 })
  aldery = await organizationOf({ ...common, name: 'Aldery', sector: 'government', live: FIVE, after: 92 })
  brannock = await organizationOf({
    ...common,
    name: 'Brannock',
    sector: 'healthcare',
    live: ['IAM', 'NET'],
    after: 84,
    headcount: null,
  })
  await organizationOf({ ...common, name: 'Dunes', sector: 'financial', live: [], after: 80, headcount: 1000 })
  const [payments] = [await deploymentOf(aldery, { slug: 'second', live: ['IAM'] })]
  await approvedOf(aldery, { deploymentId: payments.id, asOf: '2026-06-30', stage: 3 })
  stranger = (await twoOrganizations()).attacker
  board = await person(email, 'Bo Board')
})

afterAll(() => database.close())

const read = (filter: object = {}): Promise<Portfolio> => getPortfolio(board, { now: NOW, ...filter })
const row = async (name: string): Promise<PortfolioRow | undefined> =>
  (await read()).items.find(({ organization }) => organization.name === name)
const names = ({ items }: Portfolio): string[] => items.map(({ organization }) => organization.name)

describe('the portfolio', () => {
  test('holds the organizations of the reader by name and no other', async () => {
    const all = await read()
    expect(names(all)).toEqual(['Aldery', 'Brannock', 'corvid', 'Dunes'])
    expect([all.organizations, all.deployments, all.nextCursor]).toEqual([4, 5, null])
    expect((await getPortfolio(stranger.viewer, {})).items.map(({ organization }) => organization.slug)).toEqual([
      stranger.org,
    ])
  })

  test('shows the deployment with the lowest score and says which; without any score the oldest', async () => {
    expect((await row('Aldery'))?.deployment?.slug).toBe('second')
    const { deployments } = { deployments: (await row('Brannock'))?.deployments }
    expect([deployments, (await row('Brannock'))?.deployment?.slug, (await row('Brannock'))?.maturity]).toEqual([
      1,
      'payments',
      null,
    ])
    const [own] = (await getPortfolio(aldery.viewer, { now: NOW })).items
    const { id: deploymentId } = await deploymentOf(aldery, { slug: 'third' })
    await approvedOf(aldery, { deploymentId, asOf: '2026-06-30', stage: 1 })
    const [after] = (await getPortfolio(aldery.viewer, { now: NOW })).items
    expect([own?.maturity?.stage, after?.deployment?.slug, after?.maturity?.stage]).toEqual([3, 'third', 1])
    expect(after?.maturity?.layers.map(({ layer, stage }) => [layer, stage])).toEqual(FIVE.map((layer) => [layer, 1]))
    expect(JSON.stringify(after)).not.toContain('capabilities')
  })

  test('a layer is live from its day on', async () => {
    expect((await row('Brannock'))?.layersLive).toEqual(['IAM', 'NET'])
    const early = await getPortfolio(board, { now: new Date('2025-11-30T00:00:00Z') })
    expect(early.items.map(({ rollout }) => rollout)).toEqual(['none', 'none', 'none', 'none'])
  })

  test('reads month 12 against the baseline, points apart from per cent', async () => {
    const brannockRow = await row('Brannock')
    expect([brannockRow?.scope, brannockRow?.refusal]).toEqual(['deployment', null])
    const rate = brannockRow?.changes.find(({ metric }) => metric === 'passRate')
    expect(rate).toMatchObject({ baseline: 0.8, after: 12, month: '2026-11', value: 0.84, n: 100 })
    expect(rate?.pointChange).toBeCloseTo(4)
    expect(rate?.relativeChange).toBeCloseTo(0.05)
    const incidents = brannockRow?.changes.find(({ metric }) => metric === 'incidents')
    expect(incidents).toMatchObject({ baseline: null, after: null, month: null, value: null, relativeChange: null })
    expect((await row('Dunes'))?.refusal).toContain('no baseline')
  })

  test('reads an organization whose records name no deployment as a whole, and says so', async () => {
    const cast = (await twoOrganizations()).victim
    await deploymentOf(cast)
    await auditsOf(cast, 70, 90, undefined, '2026-05')
    const [only] = (await getPortfolio(cast.viewer, { now: NOW })).items
    const rate = only?.changes.find(({ metric }) => metric === 'passRate')
    expect([only?.scope, rate?.baseline]).toEqual(['organization', 0.7])
    // Month 12 is not there yet: the latest reading that is stands in its place, and says so.
    expect([rate?.after, rate?.month, rate?.value]).toEqual([6, '2026-05', 0.9])
  })

  test('pools each organization once and sets the two cohorts side by side', async () => {
    const { pooled, cohorts } = await read()
    const rate = (of: Portfolio['pooled'] | undefined) => of?.metrics.find(({ metric }) => metric === 'passRate')
    // Aldery is shown by a deployment that no record names, and Dunes has none live: neither has a before and after.
    expect([pooled.organizations, rate(pooled)?.n]).toEqual([4, 2])
    expect(cohorts.map(({ rollout, organizations }) => [rollout, organizations])).toEqual([
      ['identity-and-network', 1],
      ['all-five', 2],
    ])
    expect(rate(cohorts[0]?.pooled)?.value).toBeCloseTo(0.84)
    expect(rate(cohorts[1]?.pooled)?.value).toBeCloseTo(0.96)
  })

  test('counts where organizations stand in each layer, the unassessed apart', async () => {
    const [identity] = (await read()).spread
    expect(identity).toMatchObject({ layer: 'IAM', notAssessed: 3, notEstablished: 0 })
    expect(identity?.stages.reduce((sum, n) => sum + n, 0)).toBe(1)
  })

  test.each([
    [{ sector: 'financial' }, ['corvid', 'Dunes']],
    [{ size: 'small' }, ['Aldery']],
    [{ size: 'medium' }, ['Dunes']],
    [{ size: 'large' }, ['corvid']],
    [{ rollout: 'identity-and-network' }, ['Brannock']],
    [{ rollout: 'none' }, ['Dunes']],
    [{ sector: 'financial', rollout: 'all-five' }, ['corvid']],
    [{ sector: 'technology' }, []],
  ])('the filter %o leaves %o', async (filter, left) => {
    const found = await read(filter)
    expect([names(found), found.organizations]).toEqual([left, left.length])
  })
})

describe('GET /api/v1/portfolio', () => {
  test('200: pages of fifty, each organization once, while the other figures cover all', async () => {
    const founder = await person(`many-${newId()}@example.org`, 'Mona Many')
    for (let n = 0; n < 54; n += 1) {
      const facts = { sector: 'other' as const, headcount: null, clouds: [] }
      await createOrganization(founder, { slug: `many-${n}-${newId().slice(-12)}`, name: 'The same name', ...facts })
    }
    const first = (await callRoute(portfolio.GET, { actor: founder })).body as Portfolio
    const url = `/?cursor=${first.nextCursor}`
    const second = (await callRoute(portfolio.GET, { actor: founder, url })).body as Portfolio
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 4, null])
    expect(new Set([...first.items, ...second.items].map(({ organization }) => organization.id)).size).toBe(54)
    expect([first.organizations, second.organizations]).toEqual([54, 54])
  })

  test('200 for somebody without any organization: nothing, and nothing invented', async () => {
    const actor = await person(`lone-${newId()}@example.org`, 'Lo Lone')
    const { status, body } = await callRoute(portfolio.GET, { actor })
    expect(status).toBe(200)
    expect(body).toMatchObject({ organizations: 0, items: [], nextCursor: null, pooled: { organizations: 0 } })
  })

  test('422 for a filter or a cursor that is none, 401 for nobody', async () => {
    expect((await callRoute(portfolio.GET, { actor: board, url: '/?sector=space' })).status).toBe(422)
    expect((await callRoute(portfolio.GET, { actor: board, url: '/?cursor=x' })).status).toBe(422)
    expect((await callRoute(portfolio.GET)).status).toBe(401)
  })

  test('a member who was removed sees the organization no longer, on the same session', async () => {
    const session = await openSession(board.userId ?? '', LINK_PROOF, NOWHERE)
    await database.owner.query('DELETE FROM memberships WHERE organization_id = $1 AND user_id = $2', [
      brannock.organization.id,
      board.userId,
    ])
    const { body } = await callRoute(portfolio.GET, { session })
    expect(names(body as Portfolio)).not.toContain('Brannock')
    expect((await actorOfSession(session, NOWHERE))?.memberships.map(({ slug }) => slug)).not.toContain(brannock.org)
  })
})
