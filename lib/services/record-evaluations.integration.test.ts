import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import { newId } from '@/lib/kernel/id'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { recordEvaluations } from './record-evaluations'

let close: () => Promise<void>
let cast: Cast
let stranger: Cast
beforeAll(async () => {
  ;({ close } = await testDatabase())
  ;({ victim: cast, attacker: stranger } = await twoOrganizations())
})
afterAll(() => close())

const inside = <T>(work: Parameters<typeof forOrganizations<T>>[1]) => forOrganizations([cast.organization.id], work)
const findingsOf = (connectionId: string) =>
  inside((tx) => tx.finding.findMany({ where: { connectionId }, orderBy: { resourceName: 'asc' } }))
const statesOf = async (connectionId: string) =>
  (await findingsOf(connectionId)).map(({ resourceName, state }) => `${resourceName} ${state}`)
const eventsOf = (findingId: string) =>
  inside(async (tx) =>
    (await tx.findingEvent.findMany({ where: { findingId }, orderBy: { at: 'asc' } })).map((e) => e.kind),
  )

const [open, shut] = [probe('bucket_open'), probe('bucket_shut', { severity: 'low' })]
const [a, b, c] = [bucket('a'), bucket('b'), bucket('c')]
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T06:00:00.000Z`

describe('recordEvaluations', () => {
  test('opens, keeps, resolves and reopens, and remembers transitions only', async () => {
    const connectionId = await connectionOf(cast)
    const run = (day: number, ...failing: (typeof a)[]) =>
      recorded(cast, { connectionId, at: at(day) }, evaluated(open, failing))
    expect(await run(1, a, b)).toEqual({ opened: 2, persisting: 0, resolved: 0, reopened: 0 })
    expect(await run(2, a, b)).toEqual({ opened: 0, persisting: 2, resolved: 0, reopened: 0 })
    expect(await run(3, a)).toEqual({ opened: 0, persisting: 1, resolved: 1, reopened: 0 })
    expect(await run(4, a, b, c)).toEqual({ opened: 1, persisting: 1, resolved: 0, reopened: 1 })
    const [first, second] = await findingsOf(connectionId)
    expect(first).toMatchObject({ runsSeen: 4, reopened: 0, openedAt: new Date(at(1)), lastSeenAt: new Date(at(4)) })
    expect(second).toMatchObject({ runsSeen: 3, reopened: 1, openedAt: new Date(at(1)), resolvedAt: null })
    expect(await eventsOf(first?.id ?? '')).toEqual(['opened'])
    expect(await eventsOf(second?.id ?? '')).toEqual(['opened', 'resolved', 'reopened'])
    expect(first).toMatchObject({ layer: 'DAT', title: open.title, severity: 'high', source: 'check' })
  })

  test('unknown never resolves: undecided resources and unread regions keep their findings open', async () => {
    const connectionId = await connectionOf(cast)
    const far = bucket('far', { region: 'us-east-1' })
    const nowhere = bucket('nowhere', { region: null })
    await recorded(cast, { connectionId }, evaluated(open, [a, b, far, nowhere]), evaluated(shut, [a]))
    const gap = { cause: 'denied' as const, operation: 's3:ListBuckets', detail: 'AccessDenied' }
    await recorded(
      cast,
      { connectionId },
      evaluated(open, [], { undecided: [a], gaps: [{ ...gap, region: 'us-east-1' }] }),
      evaluated(shut, [], { gaps: [{ ...gap, region: null }] }),
    )
    expect(await statesOf(connectionId)).toEqual(['a open', 'a open', 'b resolved', 'far open', 'nowhere open'])
  })

  test('checks and accounts that were not evaluated are untouched', async () => {
    const connectionId = await connectionOf(cast)
    await recorded(cast, { connectionId }, evaluated(open, [a]), evaluated(shut, [b]))
    await recorded(cast, { connectionId }, evaluated(shut, []))
    expect(await statesOf(connectionId)).toEqual(['a open', 'b resolved'])
    await recorded(cast, { connectionId, account: '222222222222' }, evaluated(open, []))
    expect(await statesOf(connectionId)).toEqual(['a open', 'b resolved'])
  })

  test('the same run again changes nothing and says the same', async () => {
    const connectionId = await connectionOf(cast)
    await recorded(cast, { connectionId, at: at(1) }, evaluated(open, [a, b]))
    await recorded(cast, { connectionId, at: at(2) }, evaluated(open, [a]))
    const run = { connectionId, runId: newId(), at: at(3) }
    const again = () => recorded(cast, run, evaluated(open, [b, c]))
    const first = await again()
    const stored = await findingsOf(connectionId)
    expect(first).toEqual({ opened: 1, persisting: 0, resolved: 1, reopened: 1 })
    expect(await again()).toEqual(first)
    expect(await findingsOf(connectionId)).toEqual(stored)
  })

  test('several accounts in one transaction are followed each by itself', async () => {
    const connectionId = await connectionOf(cast)
    const there = bucket('there', { account: '222222222222' })
    const whole = (day: number, here: (typeof a)[], other: (typeof a)[]) =>
      forOrganization(cast.organization.id, async (store) => {
        const run = { connectionId, runId: newId(), at: at(day) }
        const one = { ...run, account: '111111111111', evaluations: [evaluated(open, here)] }
        const two = { ...run, account: '222222222222', evaluations: [evaluated(open, other)] }
        return [await recordEvaluations(store, one), await recordEvaluations(store, two)]
      })
    await whole(1, [a], [there])
    const [first, second] = await whole(2, [], [there])
    expect(first).toMatchObject({ resolved: 1 })
    expect(second).toMatchObject({ persisting: 1 })
  })

  test('a check that names a resource twice has one finding of it', async () => {
    const connectionId = await connectionOf(cast)
    expect(await recorded(cast, { connectionId }, evaluated(open, [a, a]))).toMatchObject({ opened: 1 })
  })

  test("severity follows the check and the organization's setting for it, and a person's word stays", async () => {
    const connectionId = await connectionOf(cast)
    const organizationId = cast.organization.id
    await recorded(cast, { connectionId }, evaluated(probe('followed'), [a, b]))
    const [mine] = await findingsOf(connectionId)
    await inside((tx) =>
      tx.finding.update({
        where: { organizationId_id: { organizationId, id: mine?.id ?? '' } },
        data: { severity: 'info', severityOverride: 'info' },
      }),
    )
    const setting = { organizationId, id: newId(), checkId: 'followed', severity: 'low' as const, reason: 'small' }
    await inside((tx) => tx.checkSetting.create({ data: { ...setting, updatedBy: 'Ada', updatedAt: new Date() } }))
    await recorded(cast, { connectionId }, evaluated(probe('followed', { title: 'Anew' }), [a, b]))
    expect(await findingsOf(connectionId)).toMatchObject([
      { severity: 'info', givenSeverity: 'low', title: 'Anew' },
      { severity: 'low', givenSeverity: 'low', title: 'Anew' },
    ])
  })

  test('text that no database holds is stored without what cannot be', async () => {
    const connectionId = await connectionOf(cast)
    const odd = bucket('odd\0 \ud800 \\u0000')
    expect(await recorded(cast, { connectionId }, evaluated(open, [odd]))).toMatchObject({ opened: 1 })
    expect(await recorded(cast, { connectionId }, evaluated(open, [odd]))).toMatchObject({ persisting: 1 })
    expect(await findingsOf(connectionId)).toMatchObject([{ detail: { name: 'odd \ufffd \\u0000' } }])
  })

  test("another organization's connection looks absent, and nothing is written", async () => {
    const connectionId = await connectionOf(cast)
    const work = recorded(stranger, { connectionId }, evaluated(open, [a]))
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
    expect(await findingsOf(connectionId)).toEqual([])
  })
})
