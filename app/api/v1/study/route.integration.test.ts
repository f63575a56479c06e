import { beforeAll, describe, expect, test } from 'vitest'
import { Study } from '@/lib/model/study'
import { callRoute } from '@/lib/testing/call-route'
import { testDatabase } from '@/lib/testing/database'
import { deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { GET } from './route'

beforeAll(testDatabase)

describe('GET /api/v1/study', () => {
  test('200: real organizations are no part of the study, for a person and for a machine', async () => {
    const { victim } = await twoOrganizations()
    await deploymentOf(victim)
    for (const caller of [{ actor: victim.viewer }, { token: await victim.token('auditor') }]) {
      const { status, body } = await callRoute(GET, caller)
      expect(status).toBe(200)
      expect(Study.parse(body)).toMatchObject({ synthetic: true, organizations: 0, incidents: 0, openShare: null })
    }
  })

  test('401: who is not signed in learns nothing', async () => {
    const { status, body } = await callRoute(GET)
    expect([status, JSON.stringify(body).includes('organizations')]).toEqual([401, false])
  })
})
