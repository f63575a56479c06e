import { beforeAll, expect, test } from 'vitest'
import { forOrganization } from '@/lib/db/store'
import { customFrameworkId } from '@/lib/model/requirement'
import { testDatabase } from '@/lib/testing/database'
import { importedFramework } from '@/lib/testing/imported-framework'
import { twoOrganizations } from '@/lib/testing/organizations'
import { getCustomFramework } from './get-custom-framework'
import { getFramework } from './get-framework'
import { listFrameworks } from './list-frameworks'
import { readFrameworkDocument } from './read-framework-document'

beforeAll(async () => (await testDatabase()).close)

test('an auditor with a scope sees the frameworks of it, and all others look absent', async () => {
  const { attacker: cast } = await twoOrganizations()
  const { org } = cast
  const [seen, unseen] = [
    await importedFramework(cast, { slug: 'seen' }),
    await importedFramework(cast, { slug: 'unseen' }),
  ]
  const period = { from: '2025-01-01', to: '2025-12-31' }
  const frameworks = [customFrameworkId('seen'), 'nist_csf_2_0']
  const granted = { userId: cast.auditor.userId ?? '', name: 'Audit', frameworks, deploymentIds: [], period }
  await forOrganization(cast.organization.id, ({ engagements }) =>
    engagements.create(granted, { by: 'Ada', at: new Date() }),
  )
  const auditor = { ...cast.auditor, memberships: cast.auditor.memberships.map((one) => ({ ...one, scoped: true })) }
  expect((await listFrameworks(auditor, { org })).map(({ id }) => id)).toEqual(['nist_csf_2_0', 'custom:seen'])
  expect(await getFramework(auditor, { org, framework: 'custom:seen' })).toMatchObject({ own: { slug: 'seen' } })
  expect(await getCustomFramework(auditor, { org, id: seen.id })).toMatchObject({ slug: 'seen' })
  const refused = [
    () => getFramework(auditor, { org, framework: 'custom:unseen' }),
    () => getFramework(auditor, { org, framework: 'proofline' }),
    () => getCustomFramework(auditor, { org, id: unseen.id }),
    () => readFrameworkDocument(auditor, { org, id: unseen.id }),
  ]
  for (const one of refused) await expect(one()).rejects.toMatchObject({ code: 'not-found' })
  expect((await listFrameworks(cast.viewer, { org })).length).toBe(11)
})
