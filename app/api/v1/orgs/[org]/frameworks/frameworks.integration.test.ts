import { beforeAll, describe, expect, test } from 'vitest'
import { callRoute } from '@/lib/testing/call-route'
import { testDatabase } from '@/lib/testing/database'
import { importedFramework } from '@/lib/testing/imported-framework'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { catalogDocument } from '@/lib/testing/oscal-documents'
import * as requirements from '../requirements/route'
import * as document from './[id]/document/route'
import * as mapping from './[id]/mapping/route'
import * as framework from './[id]/route'
import * as imports from './import/route'
import * as frameworks from './route'

const JSON_TYPE = { 'content-type': 'application/json' }
let cast: Cast

beforeAll(async () => {
  const { close } = await testDatabase()
  ;({ attacker: cast } = await twoOrganizations())
  return close
})

const post = (body: unknown, { actor = cast.assessor, headers = JSON_TYPE, url = '/?slug=refused' } = {}) =>
  callRoute(imports.POST, { actor, method: 'POST', url, params: { org: cast.org }, headers, body })
const listed = async () => {
  const { body } = await callRoute(frameworks.GET, { actor: cast.viewer, params: { org: cast.org } })
  return (body as { frameworks: { id: string; own: object | null }[] }).frameworks
}
const text = JSON.stringify(catalogDocument())
const nested = (depth: number) => `${'{"groups":['.repeat(depth)}{"id":"g"}${']}'.repeat(depth)}`

describe('POST /frameworks/import', () => {
  test('200: a catalog is imported and listed after those that come with the product', async () => {
    const { status, body } = await post(text, { url: '/?slug=bank&fileName=bank.json' })
    expect([status, body]).toMatchObject([200, { framework: 'custom:bank', requirements: 4, dryRun: false }])
    expect((await listed()).at(-1)).toMatchObject({ id: 'custom:bank', own: { fileName: 'bank.json', slug: 'bank' } })
  })

  test.each([
    ['is no JSON', '{"catalog":', 'file', 'is not valid JSON'],
    ['holds a NUL', text.replace('Vault doors', 'Vault\\u0000doors'), 'catalog.groups[0].controls[2].title', 'NUL'],
    ['names a field twice', text.replace('"uuid":', '"uuid":"x","uuid":'), 'catalog.uuid', 'is named twice'],
    ['names a prototype', text.replace('"uuid":', '"__proto__":{},"uuid":'), 'catalog.__proto__', 'OSCAL has'],
    ['nests deeply', `{"catalog":${nested(40)}}`, 'file', 'nests deeper than 64 levels'],
    ['nests so deeply that nobody can walk it', '['.repeat(200_000), 'file', 'nests deeper than 64 levels'],
    ['gives a control id twice', text.replace('"x-2"', '"x-1"'), 'catalog.groups[0].controls[2].id', 'given twice'],
    ['is another document', '{"component-definition":{}}', 'component-definition', 'can be imported'],
    ['is a list', '[1]', 'file', 'is no OSCAL document'],
    [
      'is assessment results',
      JSON.stringify({ 'assessment-results': { ...catalogDocument().catalog } }),
      'assessment-results',
      'neither a catalog nor a profile',
    ],
    [
      'asks for a parameter there is not',
      text.replace('param, ac-2_prm_1', 'param, ac-2_prm_9'),
      'catalog.groups[0].controls[0].parts[0].prose',
      'ac-2_prm_9',
    ],
    [
      'holds no control in force',
      JSON.stringify(
        catalogDocument({ controls: [{ id: 'a', title: 'A', props: [{ name: 'status', value: 'withdrawn' }] }] }),
      ),
      'catalog',
      'holds no control that is in force',
    ],
  ])('422 with the place, and nothing written, for a file that %s', async (_, body, field, reason) => {
    const before = await listed()
    const answer = await post(body)
    expect(answer.status).toBe(422)
    const { problems } = answer.body as { problems: { field: string; reason: string }[] }
    expect(problems.find((one) => one.field === field)?.reason).toContain(reason)
    expect(await listed()).toEqual(before)
  })

  test('422 for bytes that are no text, and for a name that is none', async () => {
    expect((await post(new Uint8Array([0xff, 0xfe, 0x7b]))).status).toBe(422)
    expect((await post('')).status).toBe(422)
    expect((await post(text, { url: '/?slug=Not%20a%20slug' })).status).toBe(422)
  })

  test('413 for a file past 32 MiB, whatever it says of its size; 415 for another kind', async () => {
    const large = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(0x20)),
    })
    expect((await post(large)).status).toBe(413)
    expect((await post(text, { headers: { 'content-type': 'text/csv' } })).status).toBe(415)
    const announced = { ...JSON_TYPE, 'content-length': String(33 * 1024 * 1024) }
    expect((await post(text, { headers: announced })).status).toBe(413)
  })

  test('403 for those who may not, and nothing is written', async () => {
    const before = await listed()
    for (const actor of [cast.viewer, cast.auditor]) expect((await post(text, { actor })).status).toBe(403)
    expect(await listed()).toEqual(before)
  })

  test('parameters within parameters end, however often they stand in each other', async () => {
    const params = Array.from({ length: 40 }, (_, i) => ({
      id: `p${i}`,
      label: `{{ insert: param, p${i + 1} }} {{ insert: param, p${i + 1} }}`,
    }))
    const parts = [{ name: 'statement', prose: '{{ insert: param, p0 }}' }]
    const controls = [{ id: 'c', title: 'C', params: [...params, { id: 'p40', label: 'end' }], parts }]
    const { status } = await post(JSON.stringify(catalogDocument({ controls })), { url: '/?slug=laughs&dryRun=true' })
    expect(status).toBe(200)
  })
})

describe('a framework of its own', () => {
  test('is read, mapped, downloaded byte for byte as an attachment, and deleted', async () => {
    const { id } = await importedFramework(cast, { slug: 'mapped' })
    const params = { org: cast.org, id }
    const change = { requirement: 'x-2', capabilities: ['NET-01'] }
    const put = await callRoute(mapping.PUT, { actor: cast.assessor, method: 'PUT', params, body: change })
    expect([put.status, put.body]).toMatchObject([200, { id: 'x-2', capabilities: [{ id: 'NET-01', label: 'own' }] }])
    const refused = await callRoute(mapping.PUT, { actor: cast.viewer, method: 'PUT', params, body: change })
    expect(refused.status).toBe(403)
    const read = await callRoute(framework.GET, { actor: cast.auditor, params })
    expect(read.body).toMatchObject({ slug: 'mapped', content: { groups: [{ id: 'ac' }] } })
    const whole = await callRoute(requirements.GET, {
      actor: cast.viewer,
      params: { org: cast.org },
      url: '/?framework=custom:mapped',
    })
    expect(whole.body).toMatchObject({ framework: { id: 'custom:mapped' }, own: { id } })
    const file = await callRoute(document.GET, { actor: cast.auditor, params })
    expect(new TextDecoder().decode(file.bytes)).toBe(text)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="catalog.json"/)
    const gone = await callRoute(framework.DELETE, { actor: cast.assessor, method: 'DELETE', params })
    expect(gone.status).toBe(204)
    expect((await callRoute(framework.GET, { actor: cast.auditor, params })).status).toBe(404)
  })

  test('404 for a framework there is not, 422 for an id that is none', async () => {
    const ask = (url: string) => callRoute(requirements.GET, { actor: cast.viewer, params: { org: cast.org }, url })
    expect((await ask('/?framework=custom:nobodys')).status).toBe(404)
    expect((await ask('/?framework=NIST%20800')).status).toBe(422)
    expect((await ask('/?framework=nist_csf_2_0')).status).toBe(200)
  })
})
