import { expect, test } from 'vitest'
import type { FrameworkDetail } from '@/lib/model/framework-detail'
import { REQUIREMENTS_A_PAGE, requirementsShown } from './requirements-shown'

const requirement = (id: string, ...capabilities: string[]) => ({
  id,
  title: `Title of ${id}`,
  group: 'g',
  capabilities: capabilities.map((one) => ({ id: one, label: 'own' as const })),
})
const detail = (...requirements: ReturnType<typeof requirement>[]): FrameworkDetail => ({
  framework: {
    id: 'custom:own',
    name: 'Own',
    shortName: 'Own',
    version: '1',
    wording: 'titles',
    groups: [{ id: 'g', title: 'Group' }],
    requirements,
  },
  own: null,
  texts: [{ requirement: 'b', parent: 'a', text: 'Count the vaults.' }],
})
const ids = (shown: { items: readonly { id: string }[] }) => shown.items.map(({ id }) => id)

test('what is mapped, and words of id, title, statement and capability, narrow the table', () => {
  const given = detail(requirement('a', 'IAM-02'), requirement('b'))
  expect(ids(requirementsShown(given, {}, 0))).toEqual(['a', 'b'])
  expect(ids(requirementsShown(given, { mapped: 'no' }, 0))).toEqual(['b'])
  expect(ids(requirementsShown(given, { mapped: 'yes' }, 0))).toEqual(['a'])
  expect(ids(requirementsShown(given, { search: 'VAULTS' }, 0))).toEqual(['b'])
  expect(ids(requirementsShown(given, { search: 'iam-02' }, 0))).toEqual(['a'])
  expect(requirementsShown(given, {}, 0).items[1]).toMatchObject({
    heading: 'Group',
    parent: 'a',
    text: 'Count the vaults.',
  })
})

test('pages follow each other without a gap, and the last says that it is', () => {
  const many = detail(...Array.from({ length: REQUIREMENTS_A_PAGE + 1 }, (_, i) => requirement(`r${i}`)))
  const first = requirementsShown(many, {}, 0)
  expect([first.items.length, first.matching, first.next]).toEqual([
    REQUIREMENTS_A_PAGE,
    REQUIREMENTS_A_PAGE + 1,
    REQUIREMENTS_A_PAGE,
  ])
  const last = requirementsShown(many, {}, first.next ?? 0)
  expect([ids(last), last.next]).toEqual([[`r${REQUIREMENTS_A_PAGE}`], null])
})
