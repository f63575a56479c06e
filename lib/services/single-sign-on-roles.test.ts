import { describe, expect, test } from 'vitest'
import { type GroupMapping, type HeldMembership, roleChanges, rolesOfGroups } from './single-sign-on-roles'

const maps = (organizationId: string, group: string, role: GroupMapping['role'], provider = 'contoso') => ({
  organizationId,
  provider,
  group,
  role,
})
const holds = (organizationId: string, role: HeldMembership['role'], source = 'single-sign-on') => ({
  organizationId,
  role,
  source,
})

describe('the role of somebody in several groups', () => {
  const mappings = [maps('a', 'all', 'viewer'), maps('a', 'audit', 'auditor'), maps('a', 'sec', 'assessor')]
  test('is the highest: viewer, auditor, assessor, admin', () => {
    expect(rolesOfGroups(mappings, 'contoso', ['all', 'audit']).get('a')).toBe('auditor')
    expect(rolesOfGroups(mappings, 'contoso', ['sec', 'all', 'audit']).get('a')).toBe('assessor')
    expect(rolesOfGroups([...mappings, maps('a', 'it', 'admin')], 'contoso', ['it', 'sec']).get('a')).toBe('admin')
  })
  test('does not depend on the order of groups or mappings', () => {
    const backwards = rolesOfGroups(mappings.toReversed(), 'contoso', ['audit', 'sec', 'all'])
    expect(backwards).toEqual(rolesOfGroups(mappings, 'contoso', ['all', 'sec', 'audit']))
  })
  test('comes from the provider that was mapped, and from a group written exactly so', () => {
    expect(rolesOfGroups(mappings, 'fabrikam', ['sec']).size).toBe(0)
    expect(rolesOfGroups(mappings, 'contoso', ['SEC', 'sec ', 'se']).size).toBe(0)
  })
})

describe('memberships brought in line with groups', () => {
  const mappings = [maps('a', 'sec', 'assessor'), maps('b', 'sec', 'viewer')]
  const changes = (held: HeldMembership[], groups: string[], all = mappings) =>
    roleChanges(all, held, 'contoso', groups)

  test('are added in every organization that gives a role', () => {
    expect(changes([], ['sec'])).toEqual([
      { organizationId: 'a', before: null, after: 'assessor' },
      { organizationId: 'b', before: null, after: 'viewer' },
    ])
  })
  test('are changed and removed with the groups, and untouched when nothing changed', () => {
    expect(changes([holds('a', 'viewer'), holds('b', 'viewer')], ['sec'])).toEqual([
      { organizationId: 'a', before: 'viewer', after: 'assessor' },
    ])
    expect(changes([holds('a', 'assessor')], [])).toEqual([{ organizationId: 'a', before: 'assessor', after: null }])
  })
  test('stay as an administrator gave them, higher or lower', () => {
    expect(changes([holds('a', 'admin', 'manual'), holds('b', 'viewer', 'manual')], [])).toEqual([])
    expect(changes([holds('a', 'viewer', 'manual'), holds('b', 'viewer', 'manual')], ['sec'])).toEqual([])
  })
  test('are left alone where another provider is followed', () => {
    const elsewhere = [maps('c', 'all', 'viewer', 'fabrikam')]
    expect(changes([holds('c', 'viewer')], [], elsewhere)).toEqual([])
  })
  test('end where no group is worth anything any more', () => {
    expect(changes([holds('c', 'admin')], ['sec'], [])).toEqual([{ organizationId: 'c', before: 'admin', after: null }])
  })
  test('done twice change nothing the second time', () => {
    const first = changes([], ['sec'])
    const held = first.flatMap(({ organizationId, after }) => (after ? [holds(organizationId, after)] : []))
    expect(changes(held, ['sec'])).toEqual([])
  })
})
