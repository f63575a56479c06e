import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Finding } from '@/lib/model/finding'
import type { FindingFilter } from '@/lib/model/finding-filter'
import { auditOf } from '@/lib/testing/audit'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { assignFinding } from './assign-finding'
import { changeFindings } from './change-findings'
import { commentFinding } from './comment-finding'
import { countFindings } from './count-findings'
import { endException } from './end-exception'
import { exceptFinding } from './except-finding'
import { getFinding } from './get-finding'
import { listFindings } from './list-findings'
import { rateFinding } from './rate-finding'

let close: () => Promise<void>
let cast: Cast
let stranger: Cast
let connectionId: string
let first: Finding
beforeAll(async () => {
  ;({ close } = await testDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  ;({ victim: cast, attacker: stranger } = await twoOrganizations())
  connectionId = await connectionOf(cast)
  await recorded(
    cast,
    { connectionId },
    evaluated(
      probe('one'),
      ['a', 'b', 'c'].map((name) => bucket(name)),
    ),
  )
  first = (await list({ search: 'a' }))[0] as Finding
})

const NOW = new Date('2026-03-10T12:00:00Z')
const list = async (filter: FindingFilter, now = NOW) =>
  (await listFindings(cast.viewer, { org: cast.org, filter, sort: 'severity', page: { limit: 50 }, now })).items
const on = (id = first.id) => ({ org: cast.org, id, now: NOW })
const except = (until = '2026-04-01') => ({ ownerId: cast.admin.userId ?? '', reason: 'Behind a proxy', until })

describe('what people decide about a finding', () => {
  test('an owner is a member, and giving it to the same one again says nothing', async () => {
    const assign = { ownerId: cast.assessor.userId }
    const given = await assignFinding(cast.assessor, { ...on(), assign })
    await assignFinding(cast.assessor, { ...on(), assign })
    expect(given.owner).toEqual({ id: cast.assessor.userId, name: 'Asa Assessor' })
    expect(await auditOf(cast, first.id)).toEqual(['finding.assigned'])
    expect(await list({ owner: 'none' })).toHaveLength(2)
    const theirs = assignFinding(cast.assessor, { ...on(), assign: { ownerId: stranger.admin.userId } })
    await expect(theirs).rejects.toMatchObject({ code: 'invalid', problems: [{ field: 'ownerId' }] })
  })

  test("a person's severity counts until it is taken back", async () => {
    const rate = (severity: 'info' | null) =>
      rateFinding(cast.assessor, { ...on(), rate: { severity, reason: 'seen' } })
    expect(await rate('info')).toMatchObject({ severity: 'info', severityOverride: 'info' })
    expect((await list({}))[0]?.id).not.toBe(first.id)
    expect(await rate(null)).toMatchObject({ severity: 'high', severityOverride: null })
  })

  test('an accepted risk leaves the open ones until its day has passed, by the calendar alone', async () => {
    const excepted = await exceptFinding(cast.assessor, { ...on(), except: except() })
    expect(excepted).toMatchObject({ state: 'open', exceptionUntil: '2026-04-01' })
    expect(excepted.exceptions).toMatchObject([{ ownerName: 'Ada Admin', grantedBy: 'Asa Assessor', endedAt: null }])
    expect(await list({ state: 'open' })).toHaveLength(2)
    expect(await list({ exception: 'in-force' })).toHaveLength(1)
    const lastDay = new Date('2026-04-01T23:59:59Z')
    expect(await list({ state: 'open' }, lastDay)).toHaveLength(2)
    const later = new Date('2026-04-02T00:00:00Z')
    expect(await list({ state: 'open' }, later)).toHaveLength(3)
    expect(await list({ exception: 'expired' }, later)).toMatchObject([{ id: first.id, exceptionUntil: null }])
    expect(await countFindings(cast.viewer, { org: cast.org, now: NOW })).toMatchObject({
      open: 2,
      accepted: 1,
      expired: 0,
    })
    expect(await countFindings(cast.viewer, { org: cast.org, now: later })).toMatchObject({
      open: 3,
      accepted: 0,
      expired: 1,
    })
  })

  test('an exception ends early, and a second one ends the first', async () => {
    await exceptFinding(cast.assessor, { ...on(), except: except() })
    await exceptFinding(cast.assessor, { ...on(), except: except('2026-05-01') })
    const ended = await endException(cast.assessor, on())
    expect(ended.exceptionUntil).toBeNull()
    expect(ended.exceptions.map(({ until, endedBy }) => [until, endedBy])).toEqual([
      ['2026-05-01', 'Asa Assessor'],
      ['2026-04-01', 'Asa Assessor'],
    ])
    await expect(endException(cast.assessor, on())).rejects.toMatchObject({ code: 'conflict' })
    expect(await auditOf(cast, first.id)).toEqual(['finding.excepted', 'finding.excepted', 'finding.exception-ended'])
  })

  test.each([
    ['a day that has passed', '2026-03-09'],
    ['more than a year', '2027-03-11'],
  ])('an exception cannot last until %s', async (_, until) => {
    const work = exceptFinding(cast.assessor, { ...on(), except: except(until) })
    await expect(work).rejects.toMatchObject({ code: 'invalid', problems: [{ field: 'until' }] })
  })

  test('the risk of a resolved finding cannot be accepted', async () => {
    await recorded(cast, { connectionId }, evaluated(probe('one'), []))
    await expect(exceptFinding(cast.assessor, { ...on(), except: except() })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('history tells what happened, newest first', async () => {
    await commentFinding(cast.assessor, { ...on(), comment: { text: 'Looked into it' } })
    const { events } = await getFinding(cast.viewer, on())
    expect(events.map(({ kind, actorName }) => [kind, actorName])).toEqual([
      ['comment', 'Asa Assessor'],
      ['opened', null],
    ])
  })

  test('a viewer decides nothing, and to another organization the finding is absent', async () => {
    const comment = { text: 'x' }
    await expect(commentFinding(cast.viewer, { ...on(), comment })).rejects.toMatchObject({ code: 'forbidden' })
    const theirs = commentFinding(stranger.admin, { org: stranger.org, id: first.id, comment })
    await expect(theirs).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('changeFindings', () => {
  const change = (more: object) =>
    changeFindings(cast.assessor, { org: cast.org, change: { dryRun: false, ...more } as never, now: NOW })

  test('assigns and accepts many at once, says beforehand how many, and is one entry of the log', async () => {
    const which = { filter: { state: 'open' as const } }
    const assign = { ownerId: cast.assessor.userId }
    expect(await change({ which, assign, dryRun: true })).toEqual({ findings: 3, changed: 3 })
    expect(await list({ owner: 'none' })).toHaveLength(3)
    await assignFinding(cast.assessor, { ...on(), assign })
    expect(await change({ which, assign })).toEqual({ findings: 3, changed: 2 })
    const ids = (await list({})).slice(0, 2).map(({ id }) => id)
    expect(await change({ which: { ids }, except: except() })).toEqual({ findings: 2, changed: 2 })
    expect(await list({ state: 'open' })).toHaveLength(1)
    expect(await auditOf(cast, cast.organization.id)).toEqual(
      expect.arrayContaining(['finding.assigned-in-bulk', 'finding.excepted-in-bulk']),
    )
  })

  test('one id that is not there changes nothing', async () => {
    const which = { ids: [first.id, connectionId] }
    await expect(change({ which, assign: { ownerId: null } })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('no act, and both at once, are refused', async () => {
    const which = { ids: [first.id] }
    await expect(change({ which })).rejects.toMatchObject({ code: 'invalid' })
    await expect(change({ which, assign: { ownerId: null }, except: except() })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
