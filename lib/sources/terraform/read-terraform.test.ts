import { describe, expect, test } from 'vitest'
import { bytesOf, changeOf, planOf, stateOf } from '@/lib/testing/terraform'
import { readTerraform } from './read-terraform'

const read = (content: unknown, size?: number) => readTerraform(bytesOf(content, size), { workspace: 'payments' })
const refusal = (content: unknown): Promise<string> =>
  read(content).then(
    () => 'taken',
    (error: Error) => error.message,
  )
const volume = (told: Parameters<typeof changeOf>[0] = {}) => changeOf({ type: 'aws_ebs_volume', ...told })
const facts = async (content: unknown) => (await read(content)).resources.map((one) => one.facts)

describe('a plan', () => {
  test('is the state it leaves: what it makes, changes, keeps and replaces, not what it deletes, forgets or only reads', async () => {
    const named = (name: string, actions: string[]) => volume({ name, actions, after: { encrypted: true } })
    const plan = planOf([
      named('made', ['create']),
      named('changed', ['update']),
      named('kept', ['no-op']),
      named('replaced', ['delete', 'create']),
      volume({ name: 'deleted', actions: ['delete'], after: null }),
      volume({ name: 'forgotten', actions: ['forget'], after: null }),
      { ...named('old_copy', ['delete']), deposed: 'deadbeef' },
      { ...named('looked_up', ['read']), mode: 'data' },
    ])
    const { kind, planned, resources, coverage } = await read(plan)
    expect([kind, planned]).toEqual(['plan', 4])
    expect(resources.map(({ id }) => id)).toEqual(
      ['made', 'changed', 'kept', 'replaced'].map((name) => `aws_ebs_volume.${name}`),
    )
    expect(new Set(resources.map(({ account }) => account))).toEqual(new Set(['payments']))
    expect(coverage.map(({ operation, error }) => [operation, error])).toEqual([
      ['terraform:resource_changes', null],
      ['terraform:checks', null],
      ['terraform:state', null],
    ])
  })

  test('reads the same whatever the order of its keys and however it is cut', async () => {
    const plan = planOf([volume({ after: { encrypted: false } })])
    const sorted = Object.fromEntries(Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1)))
    expect(await read(sorted, 5)).toEqual(await read(plan))
  })

  test('what is known only after apply is unread, not false', async () => {
    expect(await facts(planOf([volume({ unknown: { encrypted: true } })]))).toEqual([
      {
        kind: 'aws_ebs_volume',
        encryption: [
          {
            attribute: 'encrypted',
            on: {
              unread: 'not_collected',
              operation: 'terraform:resource_changes',
              detail: 'known only after apply',
            },
          },
        ],
      },
    ])
  })

  test.each([
    ['an attribute', { bucket: true }, false],
    ['the whole resource', true, false],
    ['what it was before', false, { bucket: true }],
  ])('nothing of a sensitive value is left: %s', async (_, sensitive, beforeSensitive) => {
    const canary = 'canary-9d2c'
    const bucket = changeOf({
      after: { bucket: canary, policy: canary, tags: { a: canary } },
      sensitive,
      beforeSensitive,
    })
    const group = changeOf({
      type: 'aws_security_group',
      after: { ingress: [{ cidr_blocks: [canary], description: canary }] },
      sensitive: { ingress: [{ cidr_blocks: [true] }] },
    })
    const variables = { password: { value: canary } }
    const code = {
      root_module: { resources: [{ address: 'x.y', expressions: { bucket: { constant_value: canary } } }] },
    }
    const reading = await read(planOf([bucket, group], { variables, configuration: code }))
    expect(reading.resources).toHaveLength(2)
    expect(JSON.stringify(reading)).not.toContain(canary)
    expect(reading.resources[0]?.facts).toMatchObject({ bucket: { unread: 'not_collected' } })
  })

  test('attributes no check asks for are not kept, sensitive or not', async () => {
    const reading = await read(planOf([volume({ after: { encrypted: true, tags: { note: 'canary-1b' } } })]))
    expect(JSON.stringify(reading)).not.toContain('canary-1b')
  })

  test.each([
    ['errored', { errored: true }, 'PlanErrored'],
    ['limited to some resources', { complete: false }, 'PlanIncomplete'],
  ])('that is %s has not all resources', async (_, more, code) => {
    const { coverage } = await read(planOf([], more))
    expect(coverage[0]?.error).toMatchObject({ cause: 'not_collected', code })
  })

  test('carries the state it began from, and its conditions', async () => {
    const resources = [
      { address: 'aws_kms_key.k', mode: 'managed', type: 'aws_kms_key', values: { arn: 'arn:k', id: 'k' } },
    ]
    const checks = [
      {
        address: { kind: 'check', name: 'c', to_display: 'check.c' },
        status: 'fail',
        instances: [{ problems: [{ message: 'canary' }] }],
      },
    ]
    const reading = await read(planOf([], { prior_state: { values: { root_module: { resources } } }, checks }))
    expect(reading.resources).toMatchObject([
      { type: 'terraform.check', id: 'check.c', facts: { kind: 'check', status: 'fail' } },
      { type: 'terraform.managed', id: 'aws_kms_key.k', facts: { arn: 'arn:k', providerId: 'k' } },
    ])
    expect(JSON.stringify(reading)).not.toContain('canary')
  })
})

describe('a state', () => {
  test('is its managed resources in all modules, by what the provider calls them', async () => {
    const one = {
      address: 'aws_s3_bucket.a',
      mode: 'managed',
      type: 'aws_s3_bucket',
      values: { arn: 'arn:a', id: 'a', policy: 'canary' },
    }
    const two = {
      ...one,
      address: 'module.m.aws_s3_bucket.b',
      values: { id: 'canary' },
      sensitive_values: { id: true },
    }
    const read_only = { ...one, address: 'data.aws_s3_bucket.c', mode: 'data' }
    const three = { ...two, address: 'aws_s3_bucket.d', sensitive_values: true }
    const child = { address: 'module.m', child_modules: [{ address: 'module.m.n', resources: [two, three] }] }
    const reading = await read(
      stateOf([], { values: { root_module: { resources: [one, read_only], child_modules: [child] } } }),
    )
    expect(reading.kind).toBe('state')
    expect(reading.resources.map((resource) => resource.facts)).toEqual([
      { kind: 'aws_s3_bucket', arn: 'arn:a', providerId: 'a' },
      { kind: 'aws_s3_bucket', arn: null, providerId: null },
      { kind: 'aws_s3_bucket', arn: null, providerId: null },
    ])
    expect(JSON.stringify(reading)).not.toContain('canary')
    expect(reading.coverage[0]?.error?.code).toBe('StateHandedIn')
  })

  test('without anything in it is empty', async () => {
    expect(await read({ format_version: '1.0' })).toMatchObject({ kind: 'state', resources: [] })
  })
})

describe('anything else is refused, with what to do', () => {
  test.each([
    [
      'a raw state file',
      { version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'x', resources: [] },
      'terraform show -json',
    ],
    ['a log', '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}', 'terraform plan -json'],
    ['a saved plan', 'PK\u0003\u0004binary', 'saved plan file'],
    ['another format', { ...planOf([]), format_version: '2.0' }, 'format version'],
    ['other JSON', { hello: 'world' }, 'neither a plan nor a state'],
    ['an array', '[1, 2]', 'neither a plan nor a state'],
    ['a plan cut off', JSON.stringify(planOf([volume()])).slice(0, -40), 'ends too early'],
    ['a change without actions', planOf([{ address: 'a.b' }]), 'resource_changes[0]'],
    ['a change that is a number', planOf([5 as never]), 'resource_changes[0]'],
    ['a check without a status', planOf([], { checks: [{ address: {} }] }), 'checks[0]'],
  ])('%s', async (_, content, reason) => {
    expect(await refusal(content)).toContain(reason)
  })

  test('UTF-16, as some shells write it', async () => {
    async function* utf16() {
      yield Buffer.from(`\ufeff${JSON.stringify(planOf([]))}`, 'utf16le')
    }
    await expect(readTerraform(utf16(), { workspace: 'w' })).rejects.toThrow('UTF-16')
  })

  test('a byte order mark of UTF-8 is no harm', async () => {
    expect((await read(`\ufeff${JSON.stringify(planOf([volume()]))}`)).planned).toBe(1)
  })
})
