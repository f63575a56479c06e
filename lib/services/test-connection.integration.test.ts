import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SelfTestLine } from '@/lib/model/connection'
import type { Collector } from '@/lib/sources/collect/collector'
import { SourceError } from '@/lib/sources/collect/source-error'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { connectionOf } from '@/lib/testing/runs'
import { getConnection } from './get-connection'
import { setConnectionSecret } from './set-connection-secret'
import { testConnection } from './test-connection'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

const KEYS = {
  kind: 'aws-keys',
  accessKeyId: 'A'.repeat(20),
  secretAccessKey: 's'.repeat(40),
  sessionToken: null,
} as const
const line = (operation: string, answer: SelfTestLine['answer'], detail = ''): SelfTestLine => ({
  operation,
  permission: operation,
  answer,
  detail,
})

/** A source that answers with these lines, or throws. */
function source(answer: readonly SelfTestLine[] | Error) {
  const seen = { secret: null as string | null, closed: 0 }
  const collector: Collector = {
    plan: async () => [],
    steps: () => [],
    limits: () => ({ perSecond: 1, burst: 1 }),
    selfTest: async () => {
      if (answer instanceof Error) throw answer
      return answer
    },
    close: () => {
      seen.closed += 1
    },
  }
  const open = async (_: unknown, secret: string | null) => {
    seen.secret = secret
    return collector
  }
  return { open, seen }
}

describe('a self-test', () => {
  test('keeps what each operation answered, with the credentials that are kept, and lets go of the source', async () => {
    const { id } = await connectionOf(cast, { name: 'Tested' })
    await setConnectionSecret(cast.admin, { org: cast.org, id, secret: KEYS })
    const { open, seen } = source([line('iam:GetAccountSummary', 'allowed'), line('s3:ListBuckets', 'denied')])
    await testConnection(cast.assessor, { org: cast.org, id, open })
    expect(JSON.parse(seen.secret ?? '')).toEqual({
      accessKeyId: KEYS.accessKeyId,
      secretAccessKey: KEYS.secretAccessKey,
    })
    expect(seen.closed).toBe(1)
    const { selfTest, selfTestedAt } = await getConnection(cast.viewer, { org: cast.org, id })
    expect(selfTest?.map(({ answer }) => answer)).toEqual(['allowed', 'denied'])
    expect(selfTestedAt).not.toBeNull()
  })
  test.each([
    [
      'a refusal of the source',
      new SourceError({ unread: 'denied', operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'not you' }),
      'denied',
      'not you',
    ],
    [
      'a fault of ours, whose words stay here',
      new Error('at /srv/secret/place'),
      'unavailable',
      'The source did not answer.',
    ],
  ] as const)('of a source that cannot be opened is one line: %s', async (name, error, answer, detail) => {
    const { id } = await connectionOf(cast, { name })
    const { selfTest } = await testConnection(cast.assessor, { org: cast.org, id, open: source(error).open })
    expect(selfTest).toMatchObject([{ answer, detail }])
  })
  test('tells no secret that a source repeats', async () => {
    const { id } = await connectionOf(cast, { name: 'Loose lips' })
    const said = 'refused for Bearer abcdef.ghijkl.mnopqr\n at line 2'
    const { selfTest } = await testConnection(cast.assessor, {
      org: cast.org,
      id,
      open: source([line('x', 'denied', said)]).open,
    })
    expect(selfTest?.[0]?.detail).toBe('refused for Bearer [redacted] at line 2')
  })
  test('is not a reader’s, and not of what is handed in', async () => {
    const { id } = await connectionOf(cast, { name: 'Handed in', settings: { kind: 'findings', product: 'Prowler' } })
    await expect(testConnection(cast.viewer, { org: cast.org, id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(testConnection(cast.assessor, { org: cast.org, id })).rejects.toMatchObject({ code: 'conflict' })
  })
})
