import { describe, expect, test } from 'vitest'
import type { TerraformFacts } from '@/lib/model/facts/terraform'
import { bytesOf, changeOf, planOf } from '@/lib/testing/terraform'
import { readTerraform } from './read-terraform'

type Told = Parameters<typeof changeOf>[0]
type Code = Record<string, unknown>

const read = async (changes: Told[], code: Code = {}) => {
  const plan = planOf(changes.map(changeOf), { configuration: { root_module: code } })
  return (await readTerraform(bytesOf(plan), { workspace: 'w' })).resources
}

const LATER = { unknown: { bucket: true } }
const bucket = (name: string, more: Told = {}): Told => ({ name, ...LATER, ...more })
const block = (name: string, more: Told = {}): Told => ({
  type: 'aws_s3_bucket_public_access_block',
  name,
  ...LATER,
  ...more,
})
const refers = (name: string, references: string[], more: Code = {}): Code => ({
  address: `aws_s3_bucket_public_access_block.${name}`,
  expressions: { bucket: { references } },
  ...more,
})

/** Which bucket each public access block of a plan is found to concern. */
async function concerned(changes: Told[], code: Code) {
  const blocks = (await read(changes, code)).filter(({ type }) => type === 'terraform.public-access-block')
  return blocks.map(({ facts }) => {
    const { of } = facts as TerraformFacts['terraform.public-access-block']
    return 'address' in of ? of.address : 'bucket' in of ? `named ${of.bucket}` : null
  })
}

describe('the bucket that a public access block concerns', () => {
  test('is the one it names', async () => {
    const named = block('a', { unknown: {}, after: { bucket: 'data' } })
    expect(await concerned([bucket('a'), named], {})).toEqual(['named data'])
  })

  test('is the one its code refers to', async () => {
    const code = { resources: [refers('a', ['aws_s3_bucket.a.id', 'aws_s3_bucket.a'])] }
    expect(await concerned([bucket('a'), bucket('ab'), block('a')], code)).toEqual(['aws_s3_bucket.a'])
  })

  test('is the instance it writes in brackets', async () => {
    const all = [bucket('a', { key: '[0]' }), bucket('a', { key: '[1]' }), block('a')]
    const code = { resources: [refers('a', ['aws_s3_bucket.a[1].id', 'aws_s3_bucket.a[1]', 'aws_s3_bucket.a'])] }
    expect(await concerned(all, code)).toEqual(['aws_s3_bucket.a[1]'])
  })

  test.each([
    ['each.key', ['aws_s3_bucket.a', 'each.key'], {}],
    ['each.value', ['each.value.id', 'each.value'], { for_each_expression: { references: ['aws_s3_bucket.a'] } }],
  ])('is the instance of the same key: %s', async (_, references, more) => {
    const keys = ['["x"]', '["y.z[0]"]']
    const all = keys.flatMap((key) => [bucket('a', { key }), block('a', { key })])
    const code = { resources: [refers('a', references, more)] }
    expect(await concerned(all, code)).toEqual(keys.map((key) => `aws_s3_bucket.a${key}`))
  })

  test('is found through the inputs and outputs of modules, instance by instance', async () => {
    const own = { resources: [refers('b', ['var.id'])] }
    const made = { outputs: { bucket_id: { expression: { references: ['aws_s3_bucket.a.id', 'aws_s3_bucket.a'] } } } }
    const all = ['["x"]', '["y"]'].flatMap((key) => [
      bucket('a', { module: `module.made${key}` }),
      block('b', { module: `module.block${key}` }),
    ])
    const references = ['module.made["x"].bucket_id', 'module.made["x"]']
    const through = { module: own, expressions: { id: { references } } }
    const code = { module_calls: { made: { module: made }, block: through } }
    expect(await concerned(all, code)).toEqual(['module.made["x"].aws_s3_bucket.a', 'module.made["x"].aws_s3_bucket.a'])
  })

  test('is the bucket that all outputs of a computed module instance lead to, and not known if one does not', async () => {
    const id = { expression: { references: ['aws_s3_bucket.a.id', 'aws_s3_bucket.a'] } }
    const arn = { expression: { references: ['aws_s3_bucket.a.arn', 'aws_s3_bucket.a'] } }
    const elsewhere = { expression: { references: ['var.log_bucket'] } }
    const keys = ['["x"]', '["y"]']
    const all = keys.flatMap((key) => [
      bucket('a', { module: `module.made${key}` }),
      block('b', { module: `module.block${key}` }),
    ])
    const block_code = {
      module: { resources: [refers('b', ['var.id'])] },
      expressions: { id: { references: ['module.made', 'each.key'] } },
    }
    const made = (outputs: Code) => ({ module_calls: { made: { module: { outputs } }, block: block_code } })
    expect(await concerned(all, made({ id, arn }))).toEqual(keys.map((key) => `module.made${key}.aws_s3_bucket.a`))
    expect(await concerned(all, made({ id, elsewhere }))).toEqual([null, null])
  })

  test.each([
    ['a local value', ['local.name']],
    ['several instances', ['aws_s3_bucket.a']],
    ['two buckets', ['aws_s3_bucket.a[0].id', 'aws_s3_bucket.a[1].id']],
    ['an input that nobody gives', ['var.missing']],
    ['itself, round and round', ['module.m.out']],
  ])('is not known where the code leads to %s', async (_, references) => {
    const all = [bucket('a', { key: '[0]' }), bucket('a', { key: '[1]' }), block('a')]
    const out = { expression: { references: ['var.in'] } }
    const round = { outputs: { out, out2: out } }
    const twice = ['module.m.out', 'module.m.out2', 'each.key']
    const calls = { m: { module: round, expressions: { in: { references: twice } } } }
    expect(await concerned(all, { resources: [refers('a', references)], module_calls: calls })).toEqual([null])
  })
})

describe('what lets traffic in', () => {
  const group = (more: Told): Told => ({ type: 'aws_security_group', ...more })
  const rulesOf = async (changes: Told[], code?: Code) => (await read(changes, code)).map(({ facts }) => facts)

  test('a new group without rules in its code has none of its own, with rules in it they are unread', async () => {
    const made = group({ unknown: { ingress: true } })
    const code = (expressions: Code) => ({ resources: [{ address: 'aws_security_group.a', expressions }] })
    expect(await rulesOf([made], code({}))).toMatchObject([{ rules: { value: [] } }])
    const written = code({ ingress: { references: ['var.rules'] } })
    expect(await rulesOf([made], written)).toMatchObject([{ rules: { unread: 'not_collected' } }])
    expect(await rulesOf([made])).toMatchObject([{ rules: { unread: 'not_collected' } }])
  })

  test('a range that is not known yet hides no range that is', async () => {
    const ingress = [{ protocol: 'tcp', from_port: 22, to_port: 22, cidr_blocks: ['0.0.0.0/0', null] }]
    const unknown = { ingress: [{ cidr_blocks: [false, true] }] }
    expect(await rulesOf([group({ after: { ingress }, unknown })])).toMatchObject([
      {
        rules: {
          value: [{ protocol: 'tcp', fromPort: 22, cidrs: ['0.0.0.0/0'], hidden: { unread: 'not_collected' } }],
        },
      },
    ])
  })

  test('rules of their own count, those that let traffic out do not', async () => {
    const rule = (direction: string) => ({ type: direction, cidr_blocks: ['10.0.0.0/8'], protocol: '-1' })
    const changes: Told[] = [
      { type: 'aws_security_group_rule', name: 'in', after: rule('ingress') },
      { type: 'aws_security_group_rule', name: 'out', after: rule('egress') },
      { type: 'aws_vpc_security_group_ingress_rule', after: { cidr_ipv6: '::/0', ip_protocol: '-1' } },
      { type: 'aws_vpc_security_group_egress_rule', after: { cidr_ipv4: '0.0.0.0/0' } },
    ]
    expect((await read(changes)).map(({ id }) => id)).toEqual([
      'aws_security_group_rule.in',
      'aws_vpc_security_group_ingress_rule.a',
    ])
  })
})

describe('what says that data is encrypted', () => {
  const encryption = async (type: string, after: Code, unknown: Code = {}) => {
    const [one] = await read([{ type, after, unknown }])
    const facts = one?.facts as TerraformFacts['terraform.store'] | undefined
    return facts?.encryption.map(({ on }) => ('value' in on ? on.value : on.unread))
  }

  test.each([
    ['aws_db_instance', { storage_encrypted: false }, {}, [false]],
    ['aws_sns_topic', { kms_master_key_id: null }, {}, [false]],
    ['aws_sqs_queue', { kms_master_key_id: null, sqs_managed_sse_enabled: true }, {}, [true]],
    ['aws_sqs_queue', { kms_master_key_id: 'k', sqs_managed_sse_enabled: false }, {}, [true]],
    ['aws_sqs_queue', { kms_master_key_id: null }, { sqs_managed_sse_enabled: true }, ['not_collected']],
    ['aws_sqs_queue', { sqs_managed_sse_enabled: false }, { kms_master_key_id: true }, ['not_collected']],
    ['aws_opensearch_domain', { encrypt_at_rest: [{ enabled: true }] }, {}, [true]],
    ['aws_opensearch_domain', { encrypt_at_rest: [] }, {}, [false]],
    ['aws_instance', { ebs_block_device: [{ encrypted: false }, { encrypted: true }] }, {}, [false, true]],
    ['aws_instance', {}, { root_block_device: true }, ['not_collected']],
    ['aws_launch_template', { block_device_mappings: [{ ebs: [{ encrypted: 'true' }] }] }, {}, [true]],
    ['aws_kinesis_stream', { encryption_type: 'NONE' }, {}, [false]],
  ])('%s %j %j', async (type, after, unknown, expected) => {
    expect(await encryption(type, after, unknown)).toEqual(expected)
  })
})
