import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forOrganizations } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import type { AuditScope } from '@/lib/model/audit-scope'
import { engagementOf, scopedAuditor } from '@/lib/testing/audit-desk'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { changeMember } from './change-member'
import { createEngagement } from './create-engagement'
import { endEngagement } from './end-engagement'
import { listEngagements } from './list-engagements'
import { listFindings } from './list-findings'
import { openWholeOrganization } from './open-whole-organization'
import { removeMember } from './remove-member'
import { scopeAdmitted } from './scope-admitted'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const scope = (asked: Partial<AuditScope> = {}): AuditScope => ({
  framework: 'proofline',
  period: YEAR,
  deploymentIds: [],
  ...asked,
})
const admitted = (cast: Cast, actor: Actor, asked = scope()) => {
  const [membership] = actor.memberships
  if (!membership) throw new Error('no member')
  return forOrganization(cast.organization.id, (store) => scopeAdmitted(store, { actor, membership }, asked))
}
const findings = (cast: Cast, actor: Actor) =>
  listFindings(actor, { org: cast.org, filter: {}, sort: 'severity', page: { limit: 1 } })

describe('an auditor who was let in for a scope', () => {
  test('is admitted to it and refused beyond it, and every other part of the organization is closed', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id: deploymentId } = await deploymentOf(cast)
    const { id } = await engagementOf(cast, { deploymentIds: [deploymentId] })
    const auditor = await scopedAuditor(cast)
    expect(await admitted(cast, auditor, scope({ deploymentIds: [deploymentId] }))).toBe(id)
    for (const beyond of [{}, { framework: 'nist_csf_2_0' }, { period: { ...YEAR, to: '2027-01-01' } }]) {
      await expect(admitted(cast, auditor, scope(beyond))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(findings(cast, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await admitted(cast, cast.auditor)).toBeNull()
  })

  test('sees nothing once the last grant has ended; only the explicit act opens the organization', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id, userId } = await engagementOf(cast)
    await endEngagement(cast.admin, { org: cast.org, id })
    const auditor = await scopedAuditor(cast)
    await expect(admitted(cast, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(findings(cast, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(endEngagement(cast.admin, { org: cast.org, id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await openWholeOrganization(cast.admin, { org: cast.org, userId })).toMatchObject({ scoped: false })
    expect((await findings(cast, await scopedAuditor(cast))).items).toEqual([])
  })

  test('stays held to it when only their end date changes, and is not when the role does', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { userId } = await engagementOf(cast)
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const where = { org: cast.org, userId }
    expect(await changeMember(cast.admin, { ...where, change: { expiresAt } })).toMatchObject({ scoped: true })
    expect(await changeMember(cast.admin, { ...where, change: { role: 'viewer' } })).toMatchObject({ scoped: false })
    expect(await listEngagements(cast.admin, where)).toMatchObject([{ endedBy: 'Ada Admin' }])
  })

  test('a removed member keeps no grant', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { userId } = await engagementOf(cast)
    await removeMember(cast.admin, { org: cast.org, userId })
    expect((await listEngagements(cast.admin, { org: cast.org })).every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  test('lists their own grants and no other', async () => {
    const { attacker: cast } = await twoOrganizations()
    const own = await engagementOf(cast)
    const userId = cast.auditor.userId ?? ''
    await createEngagement(cast.admin, { org: cast.org, engagement: { ...own, userId, name: 'Another' } })
    expect(await listEngagements(await scopedAuditor(cast), { org: cast.org })).toEqual([own])
    expect(await listEngagements(cast.admin, { org: cast.org })).toHaveLength(2)
  })
})

describe('letting somebody in', () => {
  test('is for administrators, for auditors and for what is there; each time is in the log', async () => {
    const { attacker: cast, victim } = await twoOrganizations()
    const given = await engagementOf(cast)
    const attempt = (change: object, actor = cast.admin) =>
      createEngagement(actor, { org: cast.org, engagement: { ...given, ...change } })
    await expect(attempt({}, cast.assessor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(attempt({ userId: cast.viewer.userId })).rejects.toMatchObject({ code: 'conflict' })
    await expect(attempt({ userId: victim.auditor.userId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(attempt({ frameworks: ['no_such'] })).rejects.toMatchObject({ code: 'invalid' })
    const { id } = await deploymentOf(victim)
    await expect(attempt({ deploymentIds: [id] })).rejects.toMatchObject({ code: 'invalid' })
    const actions = await forOrganizations([cast.organization.id], (tx) =>
      tx.auditEntry.findMany({ where: { action: { startsWith: 'audit-engagement' } }, select: { subject: true } }),
    )
    expect(actions).toEqual([{ subject: given.id }])
  })
})
