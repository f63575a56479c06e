import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import type { Organization } from '@/lib/model/organization'
import { createOrganization } from '@/lib/services/create-organization'
import { auditOf } from '@/lib/testing/audit'
import { callRoute } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, person, twoOrganizations } from '@/lib/testing/organizations'
import * as one from './[org]/route'
import * as list from './route'

let database: TestDatabase
let victim: Cast
let attacker: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
})

afterAll(() => database.close())

const facts = (slug: string) => ({ slug, name: `Name of ${slug}`, sector: 'government', headcount: null, clouds: [] })

describe('/api/v1/orgs', () => {
  test('201: whoever makes an organization is its admin and finds it in their list', async () => {
    const slug = `made-${newId().slice(-12)}`
    const { status, body } = await callRoute(list.POST, { actor: attacker.viewer, method: 'POST', body: facts(slug) })
    expect(status).toBe(201)
    expect(body).toMatchObject({ slug, headcount: null, synthetic: false })
    const mine = await callRoute(list.GET, { actor: attacker.viewer })
    const roles = (mine.body as { items: { slug: string; role: string }[] }).items.map((o) => [o.slug, o.role])
    expect(roles).toEqual(
      expect.arrayContaining([
        [attacker.org, 'viewer'],
        [slug, 'admin'],
      ]),
    )
    expect(roles).toHaveLength(2)
  })

  test('409: a slug of another organization is taken, and its owner stays unnamed', async () => {
    const { status, body } = await callRoute(list.POST, {
      actor: attacker.admin,
      method: 'POST',
      body: facts(victim.org),
    })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).not.toContain(victim.organization.name)
  })

  test('422: a slug that is no slug; 403: a machine; synthetic cannot be claimed', async () => {
    const post = (body: object, call: object) => callRoute(list.POST, { method: 'POST', body, ...call })
    expect(await post(facts('No Slug'), { actor: attacker.admin })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'slug' }] },
    })
    const token = await attacker.token('admin')
    expect((await post(facts('by-a-machine'), { token })).status).toBe(403)
    const claimed = await post({ ...facts(`claim-${newId().slice(-8)}`), synthetic: true }, { actor: attacker.admin })
    expect((claimed.body as Organization).synthetic).toBe(false)
  })

  test('200: pages by name, each organization once', async () => {
    const founder = await person(`many-${newId()}@example.org`, 'Mona Many')
    for (const n of [3, 1, 2, 5, 4]) {
      const input = { ...facts(`many-${n}-${newId().slice(-12)}`), sector: 'other' as const }
      await createOrganization(founder, { ...input, name: `Many ${n}` })
    }
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const url: string = `/?limit=2${cursor ? `&cursor=${cursor}` : ''}`
      const { body } = await callRoute(list.GET, { actor: founder, url })
      const page = body as { items: Organization[]; nextCursor: string | null }
      names.push(...page.items.map(({ name }) => name))
      cursor = page.nextCursor
    }
    expect(names).toEqual(['Many 1', 'Many 2', 'Many 3', 'Many 4', 'Many 5'])
  })
})

describe('/api/v1/orgs/{org}', () => {
  const patch = (body: object, call: object = {}) =>
    callRoute(one.PATCH, { actor: victim.admin, method: 'PATCH', params: { org: victim.org }, body, ...call })

  test('200: an admin changes what is said about it, and the log keeps both versions', async () => {
    const { status, body } = await patch({ name: 'Renamed', headcount: 42 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ slug: victim.org, name: 'Renamed', headcount: 42, sector: 'technology' })
    expect(await auditOf(victim, victim.organization.id)).toContain('organization.updated')
  })

  test('422: the slug never changes, nor who made it synthetic', async () => {
    expect((await patch({ slug: 'another-name' })).status).toBe(422)
    expect((await patch({ synthetic: true })).status).toBe(422)
    expect((await patch({ headcount: 0 })).status).toBe(422)
  })

  test('403 for an assessor, 404 for an outsider, who cannot tell it from one that never existed', async () => {
    expect((await patch({ name: 'Mine' }, { actor: victim.assessor })).status).toBe(403)
    expect((await patch({ name: 'Mine' }, { actor: attacker.admin })).status).toBe(404)
    const ask = (org: string) => callRoute(one.GET, { actor: attacker.admin, params: { org } })
    const strip = ({ body }: { body: unknown }) => ({ ...(body as object), requestId: '' })
    expect(strip(await ask(victim.org))).toEqual(strip(await ask('never-existed')))
    expect((await callRoute(one.GET, { actor: victim.viewer, params: { org: victim.org } })).status).toBe(200)
  })
})
