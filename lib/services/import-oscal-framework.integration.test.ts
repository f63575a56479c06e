import { beforeAll, describe, expect, test } from 'vitest'
import { blobStore } from '@/lib/db/blobs'
import { forOrganization } from '@/lib/db/store'
import { chunksOf } from '@/lib/testing/csv-file'
import { testDatabase } from '@/lib/testing/database'
import { importedFramework } from '@/lib/testing/imported-framework'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { catalogDocument, profileDocument } from '@/lib/testing/oscal-documents'
import { deleteCustomFramework } from './delete-custom-framework'
import { getFramework } from './get-framework'
import { importOscalFramework } from './import-oscal-framework'
import { listAuditLog } from './list-audit-log'
import { listFrameworks } from './list-frameworks'
import { mapCustomRequirement } from './map-custom-requirement'
import { readFrameworkDocument } from './read-framework-document'
import { requirementFrameworkOf } from './requirement-framework-of'

beforeAll(async () => (await testDatabase()).close)

const ask = ({ assessor, org }: Cast, document: object | string, more: { slug?: string; dryRun?: boolean } = {}) =>
  importOscalFramework(assessor, {
    org,
    options: { fileName: 'given.json', dryRun: false, ...more },
    chunks: chunksOf(typeof document === 'string' ? document : JSON.stringify(document)),
  })
const own = async (cast: Cast) => (await listFrameworks(cast.viewer, cast)).filter((one) => one.own !== null)

describe('a catalog', () => {
  test('becomes a framework beside the built-in ones, mapped where its ids or its own word allow', async () => {
    const { attacker: cast } = await twoOrganizations()
    const report = await ask(cast, catalogDocument())
    expect(report).toMatchObject({
      framework: 'custom:bank-of-examples-baseline',
      requirements: 4,
      mapped: 3,
      withdrawn: 1,
      replaced: null,
      dropped: [],
    })
    const listed = await listFrameworks(cast.viewer, cast)
    expect(listed.at(-1)).toMatchObject({ id: report.framework, requirements: 4, mapped: 3, version: '2.1' })
    const { framework, texts } = await getFramework(cast.viewer, { org: cast.org, framework: report.framework })
    expect(framework.groups).toEqual([{ id: 'ac', title: 'Access control' }])
    expect(framework.requirements.map(({ id }) => id)).toEqual(['ac-2', 'ac-2.1', 'x-1', 'x-2'])
    expect(framework.requirements[2]?.capabilities).toEqual([{ id: 'IAM-02', label: 'judgement' }])
    expect(framework.requirements[3]?.capabilities).toEqual([])
    expect(texts[0]?.text).toBe('Review accounts every [period].\na. All of them.')
    expect(texts[1]).toMatchObject({ parent: 'ac-2', text: null })
  })

  test('keeps its file byte for byte, and a later version keeps what people said and names what is gone', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { assessor, org } = cast
    const first = await importedFramework(cast, { slug: 'bank' })
    await mapCustomRequirement(assessor, {
      org,
      id: first.id,
      change: { requirement: 'x-2', capabilities: ['NET-01'] },
    })
    await mapCustomRequirement(assessor, { org, id: first.id, change: { requirement: 'ac-2', capabilities: [] } })
    const controls = [
      { id: 'ac-2', title: 'Account management' },
      { id: 'x-2', title: 'Vault doors' },
      { id: 'ac-3', title: 'Access enforcement' },
    ]
    const next = catalogDocument({ controls })
    const report = await ask(cast, next, { slug: 'bank' })
    expect(report).toMatchObject({ replaced: '2.1', requirements: 3, added: 1, mapped: 2 })
    expect(report.dropped).toEqual([
      { id: 'ac-2.1', capabilities: expect.arrayContaining([expect.stringMatching(/^IAM-/)]) },
      { id: 'x-1', capabilities: ['IAM-02'] },
    ])
    const framework = await forOrganization(cast.organization.id, (store) =>
      requirementFrameworkOf(store, 'custom:bank'),
    )
    const said = Object.fromEntries(framework.requirements.map(({ id, capabilities }) => [id, capabilities]))
    expect(said['x-2']).toEqual([{ id: 'NET-01', label: 'own' }])
    expect(said['ac-2']).toEqual([])
    expect(said['ac-3']?.length).toBeGreaterThan(0)
    const { content } = await readFrameworkDocument(cast.auditor, { org, id: first.id })
    expect(content.toString()).toBe(JSON.stringify(next))
    await expect(blobStore(cast.organization.id).read(first.sha256)).rejects.toMatchObject({ code: 'internal' })
  })

  test('a dry run says all of it and keeps nothing', async () => {
    const { attacker: cast } = await twoOrganizations()
    expect(await ask(cast, catalogDocument(), { dryRun: true })).toMatchObject({ requirements: 4, dryRun: true })
    expect(await own(cast)).toEqual([])
  })

  test('what is wrong is named with its path, and nothing is kept', async () => {
    const { attacker: cast } = await twoOrganizations()
    const text = JSON.stringify(catalogDocument()).replace('1.1.2', '9.9.9')
    await expect(ask(cast, text)).rejects.toMatchObject({
      code: 'invalid',
      problems: [{ field: 'catalog.metadata.oscal-version', reason: 'is 9.9.9; 1.0 to 1.2 can be read' }],
    })
    await expect(ask(cast, '')).rejects.toMatchObject({ code: 'invalid', detail: 'The file is empty.' })
    await expect(ask(cast, { 'system-security-plan': {} })).rejects.toMatchObject({
      detail: expect.stringContaining('a catalog, a profile and assessment results can be imported'),
    })
    await expect(ask(cast, catalogDocument({ title: '！？' }))).rejects.toMatchObject({ problems: [{ field: 'slug' }] })
    expect(await own(cast)).toEqual([])
  })

  test('is mapped by those who may, in the framework’s order, and every word of it is in the log', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id } = await importedFramework(cast)
    const change = { requirement: 'x-2', capabilities: ['NET-01', 'IAM-01'] }
    const mapped = await mapCustomRequirement(cast.assessor, { org: cast.org, id, change })
    expect(mapped.capabilities.map((one) => one.id)).toEqual(['IAM-01', 'NET-01'])
    await expect(mapCustomRequirement(cast.viewer, { org: cast.org, id, change })).rejects.toMatchObject({
      code: 'forbidden',
    })
    for (const wrong of [
      { ...change, requirement: 'x-9' },
      { ...change, capabilities: ['IAM-99'] },
    ])
      await expect(mapCustomRequirement(cast.assessor, { org: cast.org, id, change: wrong })).rejects.toMatchObject({
        code: 'invalid',
      })
    const { items } = await listAuditLog(cast.admin, { org: cast.org, filter: {}, page: { limit: 5 } })
    expect(items.map(({ action }) => action).slice(0, 2)).toEqual(['framework.mapped', 'framework.imported'])
  })

  test('goes with its file when it is deleted, but not while an audit is about it', async () => {
    const { attacker: cast } = await twoOrganizations()
    const { id, sha256 } = await importedFramework(cast, { slug: 'bank' })
    const period = { from: '2025-01-01', to: '2025-12-31' }
    const granted = {
      userId: cast.auditor.userId ?? '',
      name: 'Audit',
      frameworks: ['custom:bank'],
      deploymentIds: [],
      period,
    }
    const engagement = await forOrganization(cast.organization.id, ({ engagements }) =>
      engagements.create(granted, { by: 'Ada', at: new Date() }),
    )
    await expect(deleteCustomFramework(cast.assessor, { org: cast.org, id })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(engagement.frameworks).toEqual(['custom:bank'])
    const other = await importedFramework(cast, { slug: 'other' })
    await deleteCustomFramework(cast.assessor, { org: cast.org, id: other.id })
    expect((await own(cast)).map((one) => one.id)).toEqual(['custom:bank'])
    // The same bytes are the file of the framework that stayed.
    expect((await blobStore(cast.organization.id).read(sha256)).length).toBeGreaterThan(0)
  })
})

describe('a profile', () => {
  test('draws on a framework imported before, with its mapping, and says what it did not do', async () => {
    const { attacker: cast } = await twoOrganizations()
    const base = await importedFramework(cast, { slug: 'bank' })
    const change = { requirement: 'x-2', capabilities: ['NET-01'] }
    await mapCustomRequirement(cast.assessor, { org: cast.org, id: base.id, change })
    const modify = { 'set-parameters': [{ 'param-id': 'ac-2_prm_1', values: ['month'] }] }
    const include = {
      'include-controls': [{ 'with-ids': ['ac-2'], 'with-child-controls': 'yes' }, { matching: [{ pattern: 'x-*' }] }],
    }
    const document = profileDocument({ ...include, 'exclude-controls': [{ 'with-ids': ['x-1'] }] }, { modify })
    const report = await ask(cast, document, { slug: 'branches' })
    expect(report).toMatchObject({ source: 'profile', requirements: 3, mapped: 3, ignored: { parameters: 1 } })
    const { framework } = await getFramework(cast.viewer, { org: cast.org, framework: 'custom:branches' })
    expect(framework.requirements.map(({ id }) => id)).toEqual(['ac-2', 'ac-2.1', 'x-2'])
    expect(framework.requirements[2]?.capabilities).toEqual([{ id: 'NET-01', label: 'own' }])
  })

  test('draws on the product’s own catalog', async () => {
    const { attacker: cast } = await twoOrganizations()
    const include = {
      href: 'https://example.org/zt-framework.json',
      'include-controls': [{ 'with-ids': ['iam-02', 'net-01'] }],
    }
    expect(await ask(cast, profileDocument(include), { slug: 'small' })).toMatchObject({ requirements: 2, mapped: 2 })
    const { framework } = await getFramework(cast.viewer, { org: cast.org, framework: 'custom:small' })
    expect(framework.requirements[0]).toMatchObject({ id: 'iam-02', capabilities: [{ id: 'IAM-02', label: 'own' }] })
  })

  test('that asks for a catalog nobody imported, or for a control that is not in it, is refused with the name', async () => {
    const { attacker: cast } = await twoOrganizations()
    await expect(ask(cast, profileDocument({ href: 'far/NIST_SP-800-53_rev5_catalog.json' }))).rejects.toMatchObject({
      problems: [
        {
          field: 'profile.imports[0].href',
          reason:
            "asks for nist_sp-800-53_rev5_catalog, which is neither this product's catalog nor a framework imported here; import that catalog first",
        },
      ],
    })
    await importedFramework(cast, { slug: 'bank' })
    const wrong = { 'include-controls': [{ 'with-ids': ['ac-2', 'AC-2', 'ac-99'] }] }
    await expect(ask(cast, profileDocument(wrong))).rejects.toMatchObject({
      problems: [
        {
          field: 'profile.imports[0].include-controls[0].with-ids[1]',
          reason: expect.stringContaining('it writes ac-2'),
        },
        { field: 'profile.imports[0].include-controls[0].with-ids[2]' },
      ],
    })
  })
})
