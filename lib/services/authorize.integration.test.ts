import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decisionInput } from '@/lib/access/decision-input'
import type { Permission } from '@/lib/access/permissions'
import { forOrganization } from '@/lib/db/store'
import type { AccessContext } from '@/lib/model/access-context'
import type { AccessDecision } from '@/lib/model/access-decision'
import { DEFAULT_ACCESS_RULES } from '@/lib/model/access-rules'
import type { Actor } from '@/lib/model/actor'
import { auditOf } from '@/lib/testing/audit'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, person, twoOrganizations } from '@/lib/testing/organizations'
import { authorize, authorizeEach, authorizeSelf } from './authorize'
import { listDecisions } from './list-decisions'
import { decisionLogOf, everyNth } from './log-decision'

let database: TestDatabase
let attacker: Cast
let victim: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ attacker, victim } = await twoOrganizations())
})
afterAll(() => database.close())

const HOUR_MS = 3_600_000
const but = (actor: Actor, context: Partial<AccessContext>): Actor => ({
  ...actor,
  context: { ...actor.context, ...context },
})
const refusal = (run: Promise<unknown>): Promise<{ code: string; detail?: string }> =>
  run.then(
    () => ({ code: 'allowed' }),
    (error) => error,
  )
const kept = async ({ organization: { id } }: Cast): Promise<AccessDecision[]> =>
  forOrganization(id, async ({ decisions }) => (await decisions.page(undefined, { limit: 200 })).items)
const newest = async (cast: Cast): Promise<AccessDecision | undefined> => (await kept(cast))[0]

describe('authorize', () => {
  test('another organization looks absent to everybody, and nothing is written there', async () => {
    const before = (await kept(victim)).length
    for (const actor of [attacker.admin, attacker.viewer]) {
      expect(await refusal(authorize(actor, victim.org, 'organization:read'))).toMatchObject({ code: 'not-found' })
      expect(await refusal(authorize(actor, 'no-such-organization', 'organization:read'))).toMatchObject({
        code: 'not-found',
      })
    }
    expect(await kept(victim)).toHaveLength(before)
  })

  test('a refusal says why and is kept with what was asked', async () => {
    const viewer = but(victim.viewer, { address: '192.0.2.7' })
    const { code, detail } = await refusal(authorize(viewer, victim.org, 'deployment:write'))
    expect(code).toBe('forbidden')
    expect(detail).toBe(
      'The role viewer of The victim lacks deployment:write. An administrator of the organization can grant it.',
    )
    expect(await newest(victim)).toMatchObject({
      actorKind: 'person',
      actorId: victim.viewer.userId,
      sessionId: victim.viewer.context.sessionId,
      address: '192.0.2.7',
      action: 'deployment:write',
      effect: 'deny',
      reasons: ['role'],
      sampled: false,
      policy: expect.stringMatching(/^[0-9a-f]{16}$/),
      input: { subject: { kind: 'person', role: 'viewer', elevated: false }, rules: { ...DEFAULT_ACCESS_RULES } },
    })
  })

  test('an allowed write is kept before it happens', async () => {
    const membership = await authorize(victim.assessor, victim.org, 'deployment:write')
    expect(membership).toMatchObject({ organizationId: victim.organization.id, role: 'assessor' })
    expect(await newest(victim)).toMatchObject({ action: 'deployment:write', effect: 'allow', reasons: [] })
  })

  test('when the log cannot take it, a write is not allowed either', async () => {
    const broken = { ...victim.admin, name: 'NUL \u0000' }
    expect((await refusal(authorize(broken, victim.org, 'deployment:write'))).code).not.toBe('allowed')
  })

  test('of a hundred allowed reads one is kept', async () => {
    const before = (await kept(victim)).length
    for (let i = 0; i < 100; i++) await authorize(victim.viewer, victim.org, 'incident:read')
    const added = (await kept(victim)).slice(0, -before)
    expect(added).toMatchObject([{ action: 'incident:read', effect: 'allow', sampled: true }])
  })

  test('a sensitive act without a fresh proof asks for one, and the attempt is kept', async () => {
    const stale = but(victim.admin, { provenAt: Date.now() - HOUR_MS })
    expect(await refusal(authorize(stale, victim.org, 'deployment:delete'))).toMatchObject({
      code: 'step-up',
      detail: 'This is a sensitive act and needs a fresh proof of who you are.',
    })
    expect(await newest(victim)).toMatchObject({ effect: 'step-up', reasons: ['step-up-required'] })
    expect((await authorize(victim.admin, victim.org, 'deployment:delete')).role).toBe('admin')
  })

  test('a label of the resource can only make it stricter', async () => {
    const linked = but(victim.assessor, { method: 'link', provenAt: null })
    expect((await authorize(linked, victim.org, 'evidence:write')).role).toBe('assessor')
    const refused = refusal(authorize(linked, victim.org, 'evidence:write', { sensitivity: 'restricted' }))
    expect(await refused).toMatchObject({ code: 'step-up' })
  })

  test('the organization’s own rules hold for its members and for nobody else', async () => {
    const rules = { ...DEFAULT_ACCESS_RULES, networks: ['192.0.2.0/24'] }
    const member = but(victim.viewer, { address: '203.0.113.4' })
    const bound: Actor = { ...member, memberships: member.memberships.map((one) => ({ ...one, rules })) }
    expect(await refusal(authorize(bound, victim.org, 'incident:read'))).toMatchObject({
      code: 'forbidden',
      detail: 'The organization does not accept requests from this network.',
    })
    expect((await authorize(member, victim.org, 'incident:read')).role).toBe('viewer')
  })
})

describe('a session that lost all trust', () => {
  const endOf = async ({ context: { sessionId } }: Actor): Promise<unknown> =>
    (await database.owner.query('SELECT revoked_for FROM sessions WHERE id = $1', [sessionId])).rows[0]?.revoked_for

  test('ends at once, and the log says so once', async () => {
    const actor = await person(`asa@${victim.org}.example`, 'Asa Assessor')
    expect(await endOf(actor)).toBeNull()
    const risky = but(actor, { risk: 91 })
    for (const _ of [1, 2]) {
      expect(await refusal(authorize(risky, victim.org, 'incident:read'))).toMatchObject({ code: 'unauthenticated' })
    }
    expect(await endOf(actor)).toBe('risk')
    expect(await auditOf(victim, actor.context.sessionId ?? '')).toEqual(['session.revoked-for-risk'])
    expect(await newest(victim)).toMatchObject({ effect: 'deny', reasons: ['risk-revoked'] })
  })

  test('ends also when its person belongs to no organization', async () => {
    const stranger = await person('nobody@nowhere.example', 'Nora Nobody')
    expect(await refusal(authorizeSelf(but(stranger, { risk: 91 }), 'self:read'))).toMatchObject({
      code: 'unauthenticated',
    })
    expect(await endOf(stranger)).toBe('risk')
  })
})

describe('authorizeSelf', () => {
  test('what a person does to their own ways in is kept in each of their organizations', async () => {
    await authorizeSelf(victim.auditor, 'passkey:add')
    expect(await newest(victim)).toMatchObject({ action: 'passkey:add', actorId: victim.auditor.userId })
  })

  test('a token has no ways in of its own', async () => {
    const machine: Actor = { ...but(victim.admin, { method: 'token' }), kind: 'machine', userId: null }
    expect(await refusal(authorizeSelf(machine, 'organization:create'))).toMatchObject({
      code: 'forbidden',
      detail: 'Tokens cannot do this: it takes a person.',
    })
  })
})

describe('authorizeEach', () => {
  const rules = { ...DEFAULT_ACCESS_RULES, networks: ['192.0.2.0/24'] }
  const inBoth = (): Actor => ({
    ...victim.viewer,
    memberships: [...victim.viewer.memberships.map((one) => ({ ...one, rules })), ...attacker.viewer.memberships],
  })
  test('an organization whose rules refuse is left out, the others stay', async () => {
    const open = await authorizeEach(but(inBoth(), { address: '203.0.113.4' }), ['organization:read', 'incident:read'])
    expect(open.map(({ slug }) => slug)).toEqual([attacker.org])
  })

  test('when every one refuses it says why instead of showing nothing', async () => {
    const refused = refusal(authorizeEach(inBoth(), ['session:read']))
    expect(await refused).toMatchObject({ code: 'forbidden' })
  })

  test('somebody without organizations is refused nothing', async () => {
    expect(await authorizeEach({ ...victim.viewer, memberships: [] }, ['organization:read'])).toEqual([])
  })
})

describe('listDecisions', () => {
  test('pages newest first, without a gap or a repeat', async () => {
    const all = await kept(victim)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listDecisions(victim.auditor, { org: victim.org, cursor, limit: 3 })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(all.map(({ id }) => id))
  })

  test('shows refusals alone when asked for them', async () => {
    const { items } = await listDecisions(victim.admin, { org: victim.org, effect: 'deny', limit: 200 })
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ effect }) => effect === 'deny')).toBe(true)
  })

  test('is for auditors and admins, and its cursors open no other organization', async () => {
    const list = (actor: Actor, org: string, cursor?: string) => listDecisions(actor, { org, cursor, limit: 1 })
    expect(await refusal(list(victim.viewer, victim.org))).toMatchObject({ code: 'forbidden' })
    expect(await refusal(list(attacker.admin, victim.org))).toMatchObject({ code: 'not-found' })
    const { nextCursor } = await list(victim.admin, victim.org)
    expect(await refusal(list(attacker.admin, attacker.org, nextCursor ?? ''))).toMatchObject({ code: 'invalid' })
  })
})

describe('the log', () => {
  test('keeps of allowed reads what its sampler picks, and never asks it about anything else', async () => {
    let asked = 0
    const log = decisionLogOf(() => ++asked === 2)
    const input = decisionInput(victim.viewer, {
      action: 'incident:read',
      membership: victim.viewer.memberships[0] ?? null,
      now: Date.now(),
    })
    const made = (permission: Permission, effect: 'allow' | 'deny') => ({
      organizationIds: [victim.organization.id],
      actor: victim.viewer,
      permission,
      input: { ...input, action: permission },
      decision: { effect, reasons: effect === 'allow' ? [] : ['role'], revoke: false, policy: 'test' },
      at: new Date(),
    })
    await log.record([
      made('incident:read', 'allow'),
      made('deployment:read', 'allow'),
      made('incident:read', 'deny'),
      made('deployment:write', 'allow'),
    ])
    const ours = (await kept(victim)).filter(({ policy }) => policy === 'test')
    expect(ours.map(({ action, effect, sampled }) => [action, effect, sampled]).sort()).toEqual([
      ['deployment:read', 'allow', true],
      ['deployment:write', 'allow', false],
      ['incident:read', 'deny', false],
    ])
    expect(asked).toBe(2)
  })

  test('asks for every nth call: the nth, and every nth after it', () => {
    const third = everyNth(3)
    expect([1, 2, 3, 4, 5, 6].map(third)).toEqual([false, false, true, false, false, true])
  })
})
