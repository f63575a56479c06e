import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import type { Role } from '@/lib/model/actor'
import { auditOf } from '@/lib/testing/audit'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { mapGroup } from '@/lib/testing/single-sign-on'
import { enterBySingleSignOn } from './enter-by-single-sign-on'
import { putMember } from './put-member'

const PROVIDER = {
  id: 'contoso',
  name: 'Contoso',
  issuer: 'https://login.contoso.example',
  clientId: 'proofline',
  scopes: ['openid'],
  groupClaim: 'groups',
  emailDomains: [],
}

let database: TestDatabase
let casts: { attacker: Cast; victim: Cast }
let mine: Cast
let theirs: Cast
let someone = 0

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  casts = await twoOrganizations()
  mine = casts.attacker
  theirs = casts.victim
  someone += 1
})

/** Somebody signs in whom the provider says is in these groups; who they are here. */
async function enters(groups: unknown, more: object = {}): Promise<string> {
  const claims = { email: `p${someone}@contoso.example`, email_verified: true, name: 'P', groups, ...more }
  const subject = `subject-${someone}`
  const given = { provider: PROVIDER, subject, claims, presentUserId: null, address: '192.0.2.9' }
  const outcome = await enterBySingleSignOn(given)
  return 'refusal' in outcome ? outcome.refusal : outcome.userId
}

async function seat({ organization }: Cast, userId: string) {
  const { rows } = await database.owner.query(
    `SELECT role::text, source, expires_at AS until, elevated_role AS elevated FROM memberships
     WHERE organization_id = $1 AND user_id = $2`,
    [organization.id, userId],
  )
  return (rows[0] ?? null) as { role: Role; source: string; until: Date | null; elevated: Role | null } | null
}

describe('groups of a provider', () => {
  test('give, change and take roles in each organization that maps them, and its log says so', async () => {
    await mapGroup(mine.organization.id, 'readers', 'viewer')
    await mapGroup(mine.organization.id, 'security', 'assessor')
    await mapGroup(theirs.organization.id, 'security', 'viewer')
    const userId = await enters(['readers'])
    expect(await seat(mine, userId)).toMatchObject({ role: 'viewer', source: 'single-sign-on', until: null })
    expect(await seat(theirs, userId)).toBeNull()
    expect(await enters(['readers', 'security'])).toBe(userId)
    expect(await seat(mine, userId)).toMatchObject({ role: 'assessor' })
    expect(await seat(theirs, userId)).toMatchObject({ role: 'viewer' })
    await enters([])
    expect(await seat(mine, userId)).toBeNull()
    expect(await auditOf(mine, userId)).toEqual(['identity.linked', 'member.added', 'member.changed', 'member.removed'])
    expect(await auditOf(theirs, userId)).toEqual(['member.added', 'member.removed'])
  })
  test('that nobody mentions any more take the role: what is not known gives none', async () => {
    await mapGroup(mine.organization.id, 'admins', 'admin')
    const userId = await enters(['admins'])
    await enters(undefined)
    expect(await seat(mine, userId)).toBeNull()
  })
  test('say nothing about what an administrator gave', async () => {
    await mapGroup(mine.organization.id, 'admins', 'admin')
    await putMember(mine.admin, { org: mine.org, email: `p${someone}@contoso.example`, name: 'P', role: 'viewer' })
    const userId = await enters(['admins'])
    expect(await seat(mine, userId)).toMatchObject({ role: 'viewer', source: 'manual' })
    await enters([])
    expect(await seat(mine, userId)).toMatchObject({ role: 'viewer' })
  })
  test('give an auditor ninety days, which signing in again does not make longer', async () => {
    await mapGroup(mine.organization.id, 'auditors', 'auditor')
    const userId = await enters(['auditors'])
    const days = ((await seat(mine, userId))?.until?.getTime() ?? 0) - Date.now()
    expect(Math.round(days / 86_400_000)).toBe(90)
    await database.owner.query(`UPDATE memberships SET expires_at = now() WHERE user_id = $1`, [userId])
    await enters(['auditors'])
    expect((await seat(mine, userId))?.until?.getTime()).toBeLessThanOrEqual(Date.now())
  })
  test('end an elevation along with the role it was made on', async () => {
    await mapGroup(mine.organization.id, 'readers', 'viewer')
    await mapGroup(mine.organization.id, 'security', 'assessor')
    const userId = await enters(['readers'])
    await database.owner.query(
      `UPDATE memberships SET elevated_role = 'admin', elevated_until = now() + interval '1 hour' WHERE user_id = $1`,
      [userId],
    )
    await enters(['security'])
    expect(await seat(mine, userId)).toMatchObject({ role: 'assessor', elevated: null })
  })
  test('lose what they gave where no group is worth anything any more', async () => {
    const { id } = await mapGroup(mine.organization.id, 'security', 'assessor')
    const userId = await enters(['security'])
    await forOrganization(mine.organization.id, ({ groupRoles }) => groupRoles.remove(id))
    await enters(['security'])
    expect(await seat(mine, userId)).toBeNull()
  })
  test('of another provider mean nothing', async () => {
    await mapGroup(mine.organization.id, 'cooks', 'admin', 'fabrikam')
    expect(await enters(['cooks'])).toBe('unknown-account')
  })
  test('make nobody whose address was not verified', async () => {
    await mapGroup(mine.organization.id, 'security', 'admin')
    expect(await enters(['security'], { email_verified: false })).toBe('unknown-account')
    const { rows } = await database.owner.query('SELECT FROM users WHERE email = $1', [`p${someone}@contoso.example`])
    expect(rows).toHaveLength(0)
  })
})
