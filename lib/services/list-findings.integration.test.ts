import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { listFindings } from './list-findings'

let close: () => Promise<void>
let cast: Cast
let stranger: Cast
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast, attacker: stranger } = await twoOrganizations())
  const [heavy, light] = [
    probe('heavy', { severity: 'critical' }),
    probe('light', { severity: 'low', capabilities: ['NET-01'] }),
  ]
  const connectionId = await connectionOf(cast, 'production')
  const other = await connectionOf(cast, 'staging')
  const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`
  await recorded(cast, { connectionId, at: at(1) }, evaluated(heavy, [bucket('old_1'), bucket('gone')]))
  await recorded(cast, { connectionId: other, at: at(2) }, evaluated(light, [bucket('small%'), bucket('tiny')]))
  await recorded(cast, { connectionId, at: at(3) }, evaluated(heavy, [bucket('old_1'), bucket('new')]))
})
afterAll(() => close())

const NOW = new Date('2026-03-10T00:00:00Z')
const names = async (filter: FindingFilter, sort: FindingSort = 'severity', limit = 50) => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listFindings(cast.viewer, { org: cast.org, filter, sort, page: { limit, cursor }, now: NOW })
    seen.push(...page.items.map(({ resource }) => resource.name))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return seen
}

describe('listFindings', () => {
  test.each<[FindingSort, string[]]>([
    ['severity', ['new', 'old_1', 'small%', 'tiny', 'gone']],
    ['opened', ['new', 'small%', 'tiny', 'gone', 'old_1']],
    ['seen', ['new', 'old_1', 'small%', 'tiny', 'gone']],
  ])('by %s, the same in pages of any size', async (sort, expected) => {
    const whole = await names({}, sort)
    expect(whole.toSorted()).toEqual(expected.toSorted())
    expect(whole[0]).toBe('new')
    if (sort === 'severity') expect(whole.at(-1)).toBe('gone')
    for (const limit of [1, 2, 3]) expect(await names({}, sort, limit)).toEqual(whole)
  })

  test.each<[string, FindingFilter, string[]]>([
    ['open', { state: 'open' }, ['new', 'old_1', 'small%', 'tiny']],
    ['resolved', { state: 'resolved' }, ['gone']],
    ['severity', { severity: 'critical' }, ['new', 'old_1', 'gone']],
    ['severity and state', { severity: 'critical', state: 'resolved' }, ['gone']],
    ['layer', { layer: 'NET' }, ['small%', 'tiny']],
    ['no layer', { layer: 'none' }, []],
    ['capability, the main one or not', { capability: 'IAM-02' }, ['new', 'old_1', 'gone']],
    ['a capability nothing feeds', { capability: 'POL-01' }, []],
    ['check', { check: 'light' }, ['small%', 'tiny']],
    ['connection by name', { connection: 'staging' }, ['small%', 'tiny']],
    ['source', { source: 'Prowler' }, []],
    ['part of a name, in any case', { search: 'OLD_' }, ['old_1']],
    ['a percent sign, which stands for itself', { search: 'l%' }, ['small%']],
    ['a whole resource', { resource: 'arn:aws:s3:::new' }, ['new']],
    ['a day', { since: '2026-03-03' }, ['new']],
    ['exceptions in force', { exception: 'in-force' }, []],
    ['what blocks, where nothing was evaluated', { blocks: 'yes' }, []],
    ["one's own", { owner: 'me' }, []],
    ['several at once', { state: 'open', check: 'heavy', since: '2026-03-02' }, ['new']],
  ])('narrows by %s', async (_, filter, expected) => {
    expect((await names(filter)).toSorted()).toEqual(expected.toSorted())
  })

  test.each(['', 'nonsense', Buffer.from('["findings"]').toString('base64url')])(
    'refuses a cursor that is not its own: %j',
    async (cursor) => {
      const work = listFindings(cast.viewer, {
        org: cast.org,
        filter: {},
        sort: 'severity',
        page: { limit: 1, cursor },
      })
      await expect(work).rejects.toMatchObject({ code: 'invalid', problems: [{ field: 'cursor' }] })
    },
  )

  test('another organization looks absent, and so do its connections', async () => {
    const page = { limit: 1 }
    const theirs = listFindings(stranger.admin, { org: cast.org, filter: {}, sort: 'severity', page })
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' })
    const named = listFindings(stranger.admin, {
      org: stranger.org,
      filter: { connection: 'staging' },
      sort: 'severity',
      page,
    })
    await expect(named).rejects.toMatchObject({ code: 'not-found' })
  })
})
