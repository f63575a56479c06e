import { describe, expect, test } from 'vitest'
import type { ScannerRecord } from '@/lib/model/scanner-record'
import { chunksOfText } from '@/lib/testing/chunks-of-text'
import { readScannerFile } from './read-scanner-file'

async function readsOf(file: unknown) {
  const reads = []
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  for await (const one of readScannerFile(chunksOfText(text, 64))) reads.push(one)
  return reads
}

const recordsOf = async (file: unknown): Promise<ScannerRecord[]> =>
  (await readsOf(file)).flatMap((one) => ('record' in one ? [one.record] : []))
const faultsOf = async (file: unknown) => (await readsOf(file)).flatMap((one) => ('fault' in one ? [one.fault] : []))

const ocsf = (more: object = {}) => ({
  class_uid: 2004,
  metadata: { event_code: 's3_bucket_public', product: { name: 'Prowler', version: '5.46.0' }, version: '1.4.0' },
  severity_id: 4,
  status_id: 1,
  status_code: 'FAIL',
  status_detail: 'Bucket exports is public.',
  time: 1_739_539_623,
  finding_info: { title: 'Buckets are not public', uid: 'f-1' },
  cloud: { account: { uid: '111122223333' }, region: 'eu-west-1' },
  resources: [{ uid: 'arn:aws:s3:::exports', name: 'exports', type: 'AwsS3Bucket', data: { secret: 'hunter2' } }],
  unmapped: { compliance: { 'PCI-4.0': ['1.4.4'] } },
  ...more,
})

describe('OCSF', () => {
  test('a detection names rule, resource, severity and requirements', async () => {
    const [record] = await recordsOf([ocsf()])
    expect(record).toMatchObject({
      product: 'Prowler',
      version: '5.46.0',
      rule: 's3_bucket_public',
      outcome: 'fail',
      severity: 'high',
      message: 'Bucket exports is public.',
      resource: { id: 'arn:aws:s3:::exports', account: '111122223333', region: 'eu-west-1' },
      requirements: [{ standard: 'PCI-4.0', id: '1.4.4' }],
    })
  })

  test('a time in seconds is scaled and said to be assumed; a text without a zone is UTC', async () => {
    const [seconds] = await recordsOf([ocsf()])
    expect([seconds?.seenAt, seconds?.assumptions]).toEqual(['2025-02-14T13:27:03.000Z', ['seconds']])
    const [text] = await recordsOf([ocsf({ time_dt: '2025-02-14T14:27:03.913874' })])
    expect([text?.seenAt, text?.assumptions]).toEqual(['2025-02-14T14:27:03.913Z', ['utc']])
    const [exact] = await recordsOf([ocsf({ time: 1_739_539_623_000 })])
    expect([exact?.seenAt, exact?.assumptions]).toEqual(['2025-02-14T13:27:03.000Z', []])
  })

  test.each([
    ['MANUAL', { status_code: 'MANUAL' }, 'not_assessed'],
    ['a status nobody knows', { status_code: 'SKIPPED' }, 'not_assessed'],
    ['PASS', { status_code: 'PASS' }, 'pass'],
    ['suppressed', { status_id: 3 }, 'suppressed'],
    ['resolved', { status_id: 4 }, 'closed'],
    ['an activity that closes', { activity_id: 3 }, 'closed'],
    [
      'a compliance finding by its status',
      { class_uid: 2003, status_code: undefined, compliance: { status_id: 1 } },
      'pass',
    ],
    ['a compliance finding without any status', { class_uid: 2003, status_code: undefined }, 'not_assessed'],
  ])('%s is %s', async (_, more, outcome) => {
    expect((await recordsOf([ocsf(more)]))[0]?.outcome).toBe(outcome)
  })

  test('what is in the resource is not kept', async () => {
    expect(JSON.stringify(await recordsOf([ocsf()]))).not.toContain('hunter2')
  })

  test('an unknown class and a record without a resource are named, the others read', async () => {
    const file = [ocsf({ class_uid: 6003 }), ocsf(), ocsf({ resources: [], cloud: {} })]
    expect(await faultsOf(file)).toEqual([
      { row: 1, field: 'class_uid', reason: '6003 is none of 2003, 2004, 2005' },
      { row: 3, field: 'resources', reason: 'names no resource' },
    ])
    expect(await recordsOf(file)).toHaveLength(1)
  })

  test('one finding a line is read as well as a list', async () => {
    expect(await recordsOf(`${JSON.stringify(ocsf())}\n${JSON.stringify(ocsf())}\n`)).toHaveLength(2)
  })
})

describe('other formats', () => {
  test('ASFF: the control, its requirements, and what a team decided', async () => {
    const finding = {
      AwsAccountId: '111122223333',
      GeneratorId: 'security-control/S3.8',
      ProductName: 'Security Hub',
      Title: 'Buckets block public access',
      Severity: { Label: 'HIGH' },
      Compliance: {
        Status: 'FAILED',
        SecurityControlId: 'S3.8',
        RelatedRequirements: ['NIST.800-53.r5 AC-2(1)', 'PCI DSS v4.0.1/1.4.4'],
      },
      Workflow: { Status: 'NEW' },
      Resources: [{ Id: 'arn:aws:s3:::exports', Type: 'AwsS3Bucket', Region: 'eu-west-1' }],
      UpdatedAt: '2026-11-20T06:00:00Z',
    }
    const suppressed = { ...finding, Workflow: { Status: 'SUPPRESSED' } }
    const [one, two] = await recordsOf({ Findings: [finding, suppressed] })
    expect(one).toMatchObject({ rule: 'S3.8', outcome: 'fail', severity: 'high', seenAt: '2026-11-20T06:00:00.000Z' })
    expect(one?.requirements).toEqual([
      { standard: 'NIST.800-53.r5', id: 'AC-2(1)' },
      { standard: 'PCI DSS v4.0.1', id: '1.4.4' },
    ])
    expect(two?.outcome).toBe('suppressed')
  })

  test('SARIF: severity by score before level, snippets of code left out', async () => {
    const result = {
      ruleId: 'js/sql',
      message: { text: 'Query built from input.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/db.ts' },
            region: { startLine: 4, snippet: { text: 'password=1' } },
          },
        },
      ],
      partialFingerprints: { primary: 'abc' },
    }
    const rules = [
      { id: 'js/sql', shortDescription: { text: 'SQL injection' }, properties: { 'security-severity': '9.1' } },
    ]
    const [record] = await recordsOf({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'CodeQL', rules } }, results: [result] }],
    })
    expect(record).toMatchObject({
      product: 'CodeQL',
      title: 'SQL injection',
      severity: 'critical',
      resource: { id: 'src/db.ts#abc' },
    })
    expect(JSON.stringify(record)).not.toContain('password=1')
    expect(await faultsOf({ version: '2.0.0', runs: [] })).toMatchObject([{ field: 'version' }])
  })

  test('kube-bench: WARN asks a person, so it is not assessed', async () => {
    const results = ['PASS', 'FAIL', 'WARN'].map((status, at) => ({
      test_number: `5.1.${at + 1}`,
      test_desc: 'x',
      status,
      scored: true,
    }))
    const records = await recordsOf({
      Controls: [{ version: 'cis-1.10', node_type: 'policies', tests: [{ section: '5.1', results }] }],
    })
    expect(records.map((one) => one.outcome)).toEqual(['pass', 'fail', 'not_assessed'])
    expect(records[1]?.rule).toBe('cis-1.10/5.1.2')
  })

  test('Trivy: misconfigurations, vulnerabilities, and secrets without the secret', async () => {
    const Results = [
      {
        Target: 'app',
        Type: 'npm',
        Misconfigurations: [{ ID: 'KSV017', Severity: 'HIGH', Status: 'FAIL', Title: 'Privileged' }],
        Vulnerabilities: [{ VulnerabilityID: 'CVE-2026-1', PkgName: 'x', InstalledVersion: '1', Severity: 'CRITICAL' }],
        Secrets: [
          {
            RuleID: 'aws-key',
            Severity: 'CRITICAL',
            Match: 'AKIAEXAMPLE',
            StartLine: 3,
            Code: { Lines: ['AKIAEXAMPLE'] },
          },
        ],
      },
    ]
    const records = await recordsOf({ SchemaVersion: 2, ArtifactName: 'registry/app:1', Results })
    expect(records.map((one) => [one.rule, one.severity])).toEqual([
      ['KSV017', 'high'],
      ['CVE-2026-1', 'critical'],
      ['aws-key', 'critical'],
    ])
    expect(JSON.stringify(records)).not.toContain('AKIAEXAMPLE')
  })

  test('Checkov: a missing severity is said to be assumed, source code is not kept', async () => {
    const failed = [
      {
        check_id: 'CKV_AWS_53',
        check_name: 'Block public ACLs',
        resource: 'aws_s3_bucket.a',
        file_path: '/main.tf',
        code_block: [[1, 'secret = 1']],
      },
    ]
    const [record] = await recordsOf([
      { check_type: 'terraform', results: { failed_checks: failed, passed_checks: [] } },
    ])
    expect(record).toMatchObject({ rule: 'CKV_AWS_53', severity: 'medium', assumptions: ['severity'] })
    expect(JSON.stringify(record)).not.toContain('secret = 1')
  })

  test('Prowler’s CSV between semicolons: MANUAL is not assessed, muted is suppressed', async () => {
    const header = 'CHECK_ID;STATUS;MUTED;SEVERITY;RESOURCE_UID;RESOURCE_TAGS;COMPLIANCE;TIMESTAMP'
    const rows = [
      'a;FAIL;False;high;r1;k=v;SOC2: cc_6_1, cc_6_2;2025-02-14 14:27:03',
      'b;MANUAL;False;low;r2;;;',
      'c;FAIL;True;low;r3;;;',
    ]
    const records = await recordsOf([header, ...rows].join('\n'))
    expect(records.map((one) => one.outcome)).toEqual(['fail', 'not_assessed', 'suppressed'])
    expect(records[0]?.requirements).toEqual([
      { standard: 'SOC2', id: 'cc_6_1' },
      { standard: 'SOC2', id: 'cc_6_2' },
    ])
  })
})

describe('a file that is none of them', () => {
  test.each([['{"hello":"world"}'], ['a,b\n1,2\n'], ['']])(
    '%s is refused, and the known formats are named',
    async (text) => {
      await expect(readsOf(text)).rejects.toThrow(text === '' ? 'empty' : 'OCSF')
    },
  )

  test('records of another format in between are refused one by one', async () => {
    expect(await faultsOf([ocsf(), { hello: 'world' }])).toEqual([
      { row: 2, field: 'record', reason: 'is no ocsf, as the records before it are' },
    ])
  })
})
