import { beforeAll, describe, expect, test } from 'vitest'
import { members } from '@/lib/db/repositories/people'
import { withoutTenant } from '@/lib/db/scope'
import { testDatabase } from '@/lib/testing/database'
import { person, twoOrganizations } from '@/lib/testing/organizations'
import { putMember } from './put-member'

beforeAll(testDatabase)

describe('making somebody a member', () => {
  test('a person not known yet is made, and the same words again change nothing', async () => {
    const { victim } = await twoOrganizations()
    const words = { org: victim.org, email: `New@${victim.org}.example`, name: 'New', role: 'viewer' } as const
    const first = await putMember(victim.admin, words)
    expect(first).toMatchObject({ email: words.email.toLowerCase(), name: 'New', role: 'viewer' })
    expect(await putMember(victim.admin, words)).toEqual(first)
    const actor = await person(words.email, 'Another name')
    expect(actor.name).toBe('New')
    expect(actor.memberships.map(({ slug, role }) => [slug, role])).toEqual([[victim.org, 'viewer']])
  })

  test('another role takes the place of the one before, in that organization alone', async () => {
    const { attacker, victim } = await twoOrganizations()
    const email = `both@${victim.org}.example`
    const { userId } = await putMember(victim.admin, { org: victim.org, email, name: 'Both', role: 'viewer' })
    await putMember(attacker.admin, { org: attacker.org, email, name: 'Both', role: 'auditor' })
    await putMember(victim.admin, { org: victim.org, email, name: 'Both', role: 'assessor' })
    const roles = await withoutTenant((tx) => members(tx).of(userId, new Date()))
    expect(roles.map(({ slug, role }) => [slug, role]).sort()).toEqual(
      [
        [attacker.org, 'auditor'],
        [victim.org, 'assessor'],
      ].sort(),
    )
  })

  test('only an admin may, and an outsider is told of no organization', async () => {
    const { attacker, victim } = await twoOrganizations()
    const words = { org: victim.org, email: 'x@example.test', name: 'X', role: 'admin' } as const
    await expect(putMember(victim.assessor, words)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(putMember(attacker.admin, words)).rejects.toMatchObject({ code: 'not-found' })
  })
})
