import { createHash } from 'node:crypto'
import { appendFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/kernel/id'
import type { Deployment } from '@/lib/model/deployment'
import type { Evidence } from '@/lib/model/evidence'
import { EVIDENCE_FILE_LIMIT } from '@/lib/model/evidence-file'
import { deleteAssessment } from '@/lib/services/delete-assessment'
import { getAssessment } from '@/lib/services/get-assessment'
import { approvedOf, draftOf } from '@/lib/testing/assessments'
import { auditOf } from '@/lib/testing/audit'
import { callRoute, type RouteCall } from '@/lib/testing/call-route'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, deploymentOf, twoOrganizations } from '@/lib/testing/organizations'
import { testSettings } from '@/lib/testing/settings'
import * as files from '../assessments/[id]/answers/[capability]/evidence/files/route'
import * as links from '../assessments/[id]/answers/[capability]/evidence/links/route'
import * as content from './[id]/content/route'
import * as item from './[id]/route'

let database: TestDatabase
let victim: Cast
let attacker: Cast
let deployment: Deployment
let id: string

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim, attacker } = await twoOrganizations())
  deployment = await deploymentOf(victim)
  id = (await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })).id
})

afterAll(() => database.close())

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const upload = (body: unknown, type: string, call: RouteCall & { query?: string } = {}) =>
  callRoute(files.POST, {
    actor: victim.assessor,
    method: 'POST',
    url: `/?title=Report&collectedOn=2026-02-01${call.query ?? ''}`,
    params: { org: victim.org, id, capability: 'IAM-02' },
    body,
    ...call,
    headers: { 'content-type': type, ...call.headers },
  })
const uploaded = async (body: unknown, type: string): Promise<Evidence> => (await upload(body, type)).body as Evidence

const at = (evidence: string, call: RouteCall = {}): RouteCall => ({
  actor: victim.viewer,
  params: { org: victim.org, id: evidence },
  ...call,
})
const pathOf = (hash: string, { organization }: Cast = victim): string =>
  join(testSettings().dataDir, 'blobs', organization.id, hash.slice(0, 2), hash)
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
const leftovers = async (): Promise<string[]> =>
  readdir(join(testSettings().dataDir, 'blobs', victim.organization.id, 'incoming'))

describe('a link', () => {
  const link = {
    kind: 'link',
    title: 'Policy',
    url: 'https://example.org/p',
    collectedOn: '2026-02-01',
    expiresOn: null,
  }
  const add = (body: object, call: RouteCall = {}) =>
    callRoute(links.POST, {
      actor: victim.assessor,
      method: 'POST',
      params: { org: victim.org, id, capability: 'IAM-01' },
      body,
      ...call,
    })

  test('201: stands with its answer, and the log says who added it', async () => {
    const { status, body } = await add(link)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...link, collector: victim.assessor.name, sha256: null })
    expect(await auditOf(victim, (body as Evidence).id)).toEqual(['evidence.linked'])
  })

  test('201: the same Idempotency-Key adds it once', async () => {
    const headers = { 'idempotency-key': newId() }
    const [first, second] = [await add(link, { headers }), await add(link, { headers })]
    expect((second.body as Evidence).id).toBe((first.body as Evidence).id)
  })

  test('422: impossible days and a link that is none are named', async () => {
    const named = async (change: object) => {
      const { status, body } = await add({ ...link, ...change })
      const { problems } = body as { problems: { field: string }[] }
      return [status, ...problems.map(({ field }) => field)]
    }
    expect(await named({ collectedOn: '2999-01-01' })).toEqual([422, 'collectedOn'])
    expect(await named({ expiresOn: '2026-01-31' })).toEqual([422, 'expiresOn'])
    expect(await named({ collectedOn: '2999-01-02', expiresOn: '2999-01-01' })).toEqual([
      422,
      'collectedOn',
      'expiresOn',
    ])
    expect(await named({ url: 'javascript:alert(1)' })).toEqual([422, 'url'])
    expect((await add({ ...link, expiresOn: link.collectedOn })).status).toBe(201)
  })

  test('409: not before the capability has an answer', async () => {
    const empty = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31', answers: [] })
    const params = { org: victim.org, id: empty.id, capability: 'IAM-01' }
    expect(await add(link, { params })).toMatchObject({
      status: 409,
      body: { detail: 'Answer IAM-01 before adding evidence to it.' },
    })
  })

  test('403 for a viewer and an auditor, 404 for an outsider', async () => {
    const asked = [victim.viewer, victim.auditor, attacker.admin].map((actor) => add(link, { actor }))
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 404])
  })
})

describe('a file', () => {
  test('201: is stored by its hash, readable by this user alone, and comes back as it was', async () => {
    const csv = bytesOf('user,method\nana,fido2\n')
    const { status, body } = await upload(csv, 'text/csv; charset=utf-8')
    const evidence = body as Evidence
    expect(status).toBe(201)
    expect(evidence).toMatchObject({ kind: 'file', mediaType: 'text/csv', bytes: csv.length, sha256: sha256(csv) })
    const path = pathOf(sha256(csv))
    expect([await modeOf(path), await modeOf(join(path, '..'))]).toEqual([0o600, 0o700])
    const { bytes, headers } = await callRoute(content.GET, at(evidence.id))
    expect(Buffer.from(bytes)).toEqual(Buffer.from(csv))
    expect(headers.get('content-disposition')).toBe(`attachment; filename="Report.csv"; filename*=UTF-8''Report.csv`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-type')).toBe('text/csv')
    expect(await auditOf(victim, evidence.id)).toEqual(['evidence.uploaded'])
  })

  test('201: the same bytes are stored once', async () => {
    const [first, second] = [await uploaded(PNG, 'image/png'), await uploaded(PNG, 'image/png')]
    expect([first.id === second.id, first.sha256]).toEqual([false, second.sha256])
    expect(await readdir(join(pathOf(sha256(PNG)), '..'))).toEqual([sha256(PNG)])
    expect(await leftovers()).toEqual([])
  })

  test('201: a title cannot write a header of its own', async () => {
    const query = `&title=${encodeURIComponent('a"b\r\nx-evil: 1/ü.csv')}`
    const { body } = await upload(bytesOf('a,b\n'), 'text/csv', { url: `/?collectedOn=2026-02-01${query}` })
    const { headers } = await callRoute(content.GET, at((body as Evidence).id))
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="a_b__x-evil_ 1__.csv"; filename*=UTF-8''a_b__x-evil_%201_%C3%BC.csv`,
    )
    expect(headers.has('x-evil')).toBe(false)
  })

  test.each([
    ['a web page that says it is an image', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['a script that says it is text', '#!/bin/sh\nrm -rf /\n', 'text/plain'],
    ['a web page that says it is CSV', '\uFEFF  <html><body>', 'text/csv'],
    ['a drawing with a script in it', '<svg onload="x()"/>', 'text/plain'],
    ['text that says it is a PDF', 'not a pdf', 'application/pdf'],
    ['text that says it is JSON', 'hello', 'application/json'],
    ['bytes that say they are text', 'a\u0000b', 'text/csv'],
    ['rich text that says it is text', '{\\rtf1 x}', 'text/plain'],
    ['a web page as such', '<p>hello</p>', 'text/html'],
    ['a drawing as such', '<svg/>', 'image/svg+xml'],
    ['something unnamed', 'hello', 'application/octet-stream'],
  ])('415: %s', async (_, text, type) => {
    expect((await upload(bytesOf(text), type)).status).toBe(415)
    expect(await leftovers()).toEqual([])
  })

  test('413: one byte over 10 MiB, told by the header or found on the way, and nothing stays', async () => {
    const most = new Uint8Array(EVIDENCE_FILE_LIMIT).fill(97)
    expect((await upload(most, 'text/plain')).status).toBe(201)
    const more = new Uint8Array(EVIDENCE_FILE_LIMIT + 1).fill(97)
    expect((await upload(more, 'text/plain')).status).toBe(413)
    const headers = { 'content-length': String(EVIDENCE_FILE_LIMIT + 1) }
    expect((await upload(bytesOf('a'), 'text/plain', { headers })).status).toBe(413)
    expect(await leftovers()).toEqual([])
  })

  test('422: an empty file, no title, and impossible days', async () => {
    expect((await upload(new Uint8Array(), 'text/plain')).status).toBe(422)
    expect(await upload(PNG, 'image/png', { query: '&expiresOn=2026-01-01' })).toMatchObject({
      status: 422,
      body: { problems: [{ field: 'expiresOn', reason: 'is before the day it was collected' }] },
    })
    expect((await upload(PNG, 'image/png', { url: '/?collectedOn=2026-02-01' })).status).toBe(422)
  })

  test('404: neither its facts nor its bytes nor its place are an outsider’s', async () => {
    const { id: evidence } = await uploaded(PNG, 'image/png')
    const outside = [
      await callRoute(content.GET, at(evidence, { actor: attacker.admin })),
      await callRoute(item.GET, at(evidence, { actor: attacker.admin })),
      await callRoute(item.DELETE, at(evidence, { actor: attacker.admin, method: 'DELETE' })),
      await callRoute(content.GET, { actor: attacker.admin, params: { org: attacker.org, id: evidence } }),
      await upload(PNG, 'image/png', { actor: attacker.admin }),
    ]
    expect(outside.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await callRoute(content.GET, at(evidence))).status).toBe(200)
  })
})

describe('an altered file', () => {
  const altered = async (name: string, harm: (path: string) => Promise<void>) => {
    const body = bytesOf(`evidence of ${name}`)
    const { id: evidence } = await uploaded(body, 'text/plain')
    await harm(pathOf(sha256(body)))
    return callRoute(content.GET, at(evidence))
  }

  test.each<[string, (path: string) => Promise<void>]>([
    ['one more byte', (path) => appendFile(path, '!')],
    ['other bytes of the same length', (path) => writeFile(path, 'evidence of nothing at all whatsoever')],
    ['no bytes at all', (path) => writeFile(path, '')],
    ['no file', (path) => rm(path)],
  ])('500: %s is reported and not given out', async (name, harm) => {
    const { status, body, headers } = await altered(name, harm)
    expect(status).toBe(500)
    expect(body).toMatchObject({ detail: expect.stringContaining('no longer matches the SHA-256') })
    expect(headers.get('content-disposition')).toBe(null)
  })

  test('201: uploading the true bytes again mends it', async () => {
    const body = bytesOf('evidence to be mended')
    const { id: evidence } = await uploaded(body, 'text/plain')
    await writeFile(pathOf(sha256(body)), 'tampered')
    await uploaded(body, 'text/plain')
    expect((await callRoute(content.GET, at(evidence))).status).toBe(200)
  })
})

describe('taking evidence away', () => {
  const remove = (evidence: string) =>
    callRoute(item.DELETE, at(evidence, { actor: victim.assessor, method: 'DELETE' }))

  test('204: the bytes stay as long as another piece names them, and no longer', async () => {
    const body = bytesOf('named twice')
    const [first, second] = [await uploaded(body, 'text/plain'), await uploaded(body, 'text/plain')]
    expect((await remove(first.id)).status).toBe(204)
    expect((await callRoute(content.GET, at(second.id))).status).toBe(200)
    expect((await remove(second.id)).status).toBe(204)
    expect(await exists(pathOf(sha256(body)))).toBe(false)
    expect((await remove(second.id)).status).toBe(404)
  })

  test('the bytes go with the draft that held them', async () => {
    const draft = await draftOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31' })
    const body = bytesOf('goes with its draft')
    await upload(body, 'text/plain', { params: { org: victim.org, id: draft.id, capability: 'IAM-01' } })
    expect(await exists(pathOf(sha256(body)))).toBe(true)
    await deleteAssessment(victim.assessor, { org: victim.org, id: draft.id })
    expect(await exists(pathOf(sha256(body)))).toBe(false)
  })

  test('409: not from an approved assessment, and nothing is added to one', async () => {
    const link = {
      kind: 'link' as const,
      title: 'kept',
      url: 'https://example.org',
      collectedOn: '2026-01-01',
      expiresOn: null,
    }
    const given = { status: 'assessed' as const, stage: 1 as const, targetStage: null, rationale: '' }
    const answers = [{ capability: 'IAM-02', ...given, evidence: [link] }]
    const approved = await approvedOf(victim, { deploymentId: deployment.id, asOf: '2026-03-31', answers })
    const kept = approved.answers[0]?.evidence[0]?.id ?? ''
    expect((await remove(kept)).status).toBe(409)
    const params = { org: victim.org, id: approved.id, capability: 'IAM-02' }
    expect((await upload(PNG, 'image/png', { params })).status).toBe(409)
    const { answers: after } = await getAssessment(victim.viewer, { org: victim.org, id: approved.id })
    expect(after[0]?.evidence.map(({ title }) => title)).toEqual(['kept'])
  })
})
