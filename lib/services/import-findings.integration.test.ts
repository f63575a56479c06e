import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FindingImportOptions } from '@/lib/model/finding-import'
import { chunksOfText } from '@/lib/testing/chunks-of-text'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { importFindings } from './import-findings'
import { listFindingImports } from './list-finding-imports'
import { listRulesSeen } from './list-rules-seen'
import { mapRule } from './map-rule'

let database: TestDatabase
let us: Cast

beforeAll(async () => {
  database = await testDatabase()
  ;({ victim: us } = await twoOrganizations())
})

afterAll(() => database.close())

const record = (rule: string, resource: string, status: string, more: object = {}) => ({
  class_uid: 2004,
  metadata: { event_code: rule, product: { name: 'Prowler', version: '5' }, version: '1.4.0' },
  severity_id: 4,
  status_code: status,
  time: 1_763_000_000,
  resources: [{ uid: resource, name: resource, type: 'bucket', region: 'eu-west-1' }],
  ...more,
})

const take = (file: unknown, options: Partial<FindingImportOptions> = {}) =>
  importFindings(us.assessor, {
    org: us.org,
    options: FindingImportOptions.parse(options),
    chunks: chunksOfText(typeof file === 'string' ? file : JSON.stringify(file), 4096),
  })

describe('a file of findings', () => {
  test('opens what failed, and the same file again changes nothing', async () => {
    const file = [
      record('iam_root_mfa_enabled', 'root', 'FAIL'),
      record('nobody_knows', 'x', 'FAIL'),
      record('a', 'b', 'MANUAL'),
    ]
    const first = await take(file, { connection: 'twice' })
    expect(first).toMatchObject({
      records: 3,
      mapped: 1,
      unmapped: 1,
      opened: 2,
      rejected: 0,
      notFindings: { not_assessed: 1 },
    })
    expect(first.assumptions).toEqual({ seconds: 3, utc: 0, severity: 0 })
    expect(await take(file, { connection: 'twice' })).toMatchObject({ opened: 0, persisting: 2, sha256: first.sha256 })
  })

  test('resolves what passes now, and leaves alone what it does not mention or did not assess', async () => {
    const opened = ['r1', 'r2', 'r3'].map((one) => record('s3_bucket_kms_encryption', one, 'FAIL'))
    expect(await take(opened, { connection: 'later' })).toMatchObject({ opened: 3 })
    const later = [record('s3_bucket_kms_encryption', 'r1', 'PASS'), record('s3_bucket_kms_encryption', 'r2', 'MANUAL')]
    expect(await take(later, { connection: 'later' })).toMatchObject({ opened: 0, resolved: 1 })
    expect(await take(opened, { connection: 'later' })).toMatchObject({ reopened: 1, persisting: 2 })
  })

  test('a dry run says the same and keeps nothing', async () => {
    const before = await listFindingImports(us.viewer, { org: us.org, page: { limit: 50 } })
    const file = [record('x', 'y', 'FAIL')]
    expect(await take(file, { connection: 'dry', dryRun: true })).toMatchObject({
      opened: 1,
      importId: null,
      connectionId: null,
    })
    expect(await listFindingImports(us.viewer, { org: us.org, page: { limit: 50 } })).toEqual(before)
  })

  test('refused records are named and the others taken; when none is left nothing is written', async () => {
    const odd = record('x', 'y', 'FAIL', { class_uid: 6003 })
    const report = await take([odd, record('x', 'z', 'FAIL')], { connection: 'odd' })
    expect(report).toMatchObject({ records: 2, opened: 1, rejected: 1, rejects: [{ row: 1, field: 'class_uid' }] })
    await expect(take([odd], { connection: 'never' })).rejects.toThrow('Nothing was written: none of its 1 records')
  })

  test('a file cut off in the middle writes nothing of what came before', async () => {
    const whole = JSON.stringify([record('cut', 'a', 'FAIL'), record('cut', 'b', 'FAIL')])
    await expect(take(whole.slice(0, -20), { connection: 'cut' })).rejects.toThrow('within record 2')
    const { items } = await listFindingImports(us.viewer, { org: us.org, page: { limit: 50 } })
    expect(items.map((one) => one.connection)).not.toContain('cut')
  })

  test('a name that belongs to another source is refused', async () => {
    await take([record('x', 'y', 'FAIL')], { connection: 'prowler here' })
    const other = record('x', 'y', 'FAIL', { metadata: { event_code: 'x', product: { name: 'Other' } } })
    await expect(take([other], { connection: 'prowler here' })).rejects.toThrow('for findings of Prowler')
  })
})

describe('a rule', () => {
  test('mapped by hand takes its findings along, those there and those to come, and can be unmapped', async () => {
    await take([record('own_rule', 'one', 'FAIL')], { connection: 'own' })
    const mapping = { product: 'Prowler', rule: 'own_rule', capability: 'DAT-05' }
    expect(await mapRule(us.assessor, { org: us.org, mapping })).toEqual({ ...mapping, findings: 1 })
    expect(await take([record('own_rule', 'two', 'FAIL')], { connection: 'own' })).toMatchObject({
      mapped: 1,
      unmapped: 0,
    })
    const { rules } = await listRulesSeen(us.viewer, { org: us.org })
    expect(rules.find((one) => one.rule === 'own_rule')).toMatchObject({
      findings: 2,
      capabilities: 'DAT-05',
      ownCapability: 'DAT-05',
    })
    await mapRule(us.assessor, { org: us.org, mapping: { ...mapping, capability: null } })
    expect(await take([record('own_rule', 'three', 'FAIL')], { connection: 'own' })).toMatchObject({
      mapped: 0,
      unmapped: 1,
    })
  })

  test('cannot be mapped to a capability that is none', async () => {
    const mapping = { product: 'Prowler', rule: 'x', capability: 'IAM-99' }
    await expect(mapRule(us.assessor, { org: us.org, mapping })).rejects.toThrow('no capability of the framework')
  })
})
