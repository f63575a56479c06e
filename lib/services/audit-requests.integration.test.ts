import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blobStore } from '@/lib/db/blobs'
import { forOrganizations } from '@/lib/db/scope'
import { forOrganization } from '@/lib/db/store'
import type { Actor } from '@/lib/model/actor'
import { engagementOf, requestOf, scopedAuditor } from '@/lib/testing/audit-desk'
import { chunksOf } from '@/lib/testing/csv-file'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { answerAuditRequest } from './answer-audit-request'
import { askAuditRequest } from './ask-audit-request'
import { acceptAuditRequest, returnAuditRequest, withdrawAuditRequest } from './close-audit-request'
import { commentAuditRequest } from './comment-audit-request'
import { dropUnusedFiles } from './drop-unused-files'
import { endEngagement } from './end-engagement'
import { getAuditRequest } from './get-audit-request'
import { listAuditRequests } from './list-audit-requests'
import { readRequestFile } from './read-request-file'
import { uploadRequestFile } from './upload-request-file'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const asked = { framework: 'proofline', requirement: 'IAM-01', title: 'Joiners', text: 'Which?', dueOn: null } as const
const ask = (actor: Actor, { org }: Cast, change: object = {}) =>
  askAuditRequest(actor, { org, request: { ...asked, ...change } })
const remark = { text: 'see below' }
const closing = { text: '' }

describe('a request', () => {
  test('is asked, answered, returned, answered again and accepted; all of it dated and in the log', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id } = await ask(cast.auditor, cast)
    const on = { org: cast.org, id }
    const answer = { text: 'These two.', evidenceIds: [] }
    await expect(acceptAuditRequest(cast.auditor, { ...on, closing })).rejects.toMatchObject({ code: 'conflict' })
    expect(await answerAuditRequest(cast.assessor, { ...on, answer })).toMatchObject({ state: 'answered' })
    await commentAuditRequest(cast.auditor, { ...on, remark })
    expect(await returnAuditRequest(cast.auditor, { ...on, remark })).toMatchObject({ state: 'open' })
    await answerAuditRequest(cast.assessor, { ...on, answer })
    const done = await acceptAuditRequest(cast.auditor, { ...on, closing })
    expect(done.entries.map(({ kind }) => kind)).toEqual(['answer', 'comment', 'returned', 'answer', 'accepted'])
    expect([done.state, done.closedAt !== null]).toEqual(['accepted', true])
    await expect(commentAuditRequest(cast.assessor, { ...on, remark })).rejects.toMatchObject({ code: 'conflict' })
    const logged = await forOrganizations([cast.organization.id], (tx) =>
      tx.auditEntry.count({ where: { action: { startsWith: 'audit-request.' }, subject: id } }),
    )
    expect(logged).toBe(6)
  })

  test('is not accepted by whoever answered it, nor withdrawn by anybody but whoever asked', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id } = await ask(cast.auditor, cast)
    const on = { org: cast.org, id }
    await answerAuditRequest(cast.admin, { ...on, answer: { text: 'here', evidenceIds: [] } })
    await expect(acceptAuditRequest(cast.admin, { ...on, closing })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(withdrawAuditRequest(cast.admin, { ...on, closing })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await withdrawAuditRequest(cast.auditor, { ...on, closing })).toMatchObject({ state: 'withdrawn' })
  })

  test('names a requirement that exists and a day that has not passed; a viewer cannot ask', async () => {
    const { attacker: cast } = await twoOrganizations()
    for (const wrong of [{ requirement: 'XX-99' }, { framework: 'no_such' }, { dueOn: '2020-01-01' }])
      await expect(ask(cast.auditor, cast, wrong)).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask(cast.viewer, cast)).rejects.toMatchObject({ code: 'forbidden' })
    await ask(cast.auditor, cast, { requirement: '', dueOn: new Date().toISOString().slice(0, 10) })
    const later = new Date(Date.now() + 2 * 86_400_000)
    const overdue = { org: cast.org, filter: { due: 'overdue' as const }, page: { limit: 10 } }
    expect((await listAuditRequests(cast.viewer, overdue)).items).toEqual([])
    expect((await listAuditRequests(cast.viewer, { ...overdue, now: later })).items).toMatchObject([
      { isOverdue: true },
    ])
  })

  test('keeps the files it was answered with, which are what they say and are read by their hash', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { request, file } = await requestOf(cast)
    const read = () => readRequestFile(cast.auditor, { org: cast.org, id: file })
    const { sha256 } = (await read()).file
    await forOrganization(cast.organization.id, (store) => dropUnusedFiles(store, [sha256]))
    expect((await read()).content.toString()).toBe('two joiners')
    expect((await blobStore(cast.organization.id).read(sha256)).byteLength).toBe(11)
    const png = { ...{ org: cast.org, id: request, mediaType: 'image/png' }, file: { title: 'x' } }
    const sent = uploadRequestFile(cast.assessor, { ...png, content: chunksOf('no picture') })
    await expect(sent).rejects.toMatchObject({ code: 'unsupported-media' })
  })
})

describe('an auditor who was let in for a scope', () => {
  test('asks within it and sees those requests and no others, and none after the end', async () => {
    const { attacker: cast } = await twoOrganizations()
    const other = await requestOf(cast)
    const grant = await engagementOf(cast)
    const auditor = await scopedAuditor(cast)
    await expect(ask(auditor, cast, { framework: 'nist_csf_2_0', requirement: '' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { id } = await ask(auditor, cast)
    const listed = async () =>
      (await listAuditRequests(auditor, { org: cast.org, filter: {}, page: { limit: 10 } })).items.map((one) => one.id)
    expect(await listed()).toEqual([id])
    await expect(getAuditRequest(auditor, { org: cast.org, id: other.request })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(readRequestFile(auditor, { org: cast.org, id: other.file })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(commentAuditRequest(auditor, { org: cast.org, id: other.request, remark })).rejects.toMatchObject({
      code: 'not-found',
    })
    await endEngagement(cast.admin, { org: cast.org, id: grant.id })
    expect(await listed()).toEqual([])
    await expect(getAuditRequest(auditor, { org: cast.org, id })).rejects.toMatchObject({ code: 'not-found' })
  })
})
