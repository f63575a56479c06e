import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CheckFacts } from '@/lib/model/check'
import { CHECK_ROWS, FIRM_BUT_UNFED, WITHOUT_CHECK } from '@/lib/testing/check-rows'
import { scopeOf } from '@/lib/testing/facts-of'
import { NOW } from '@/lib/testing/judged'
import { evaluateScope } from './evaluate-scope'
import { scopeFacts } from './frame/scope-facts'
import { CHECKS, checkOf, checksOf } from './registry'

type Outline = { capabilities: readonly { id: string }[] }

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const framework = (JSON.parse(read('../framework/catalogue/0.1/outline.json')) as Outline).capabilities.map(
  ({ id }) => id,
)
const rowOf = new Map(CHECK_ROWS.map((row) => [row.id, row]))
const PREFIX = { aws: /^aws_/, kubernetes: /^(k8s|spire)_/, terraform: /^tf_/ }
const each = CHECKS.map((check) => [check.id, check] as const)

/** Without the provider's prefix, which the folder above says already. */
const folderOf = (id: string, provider: string) =>
  `./${provider}/${id.replace(/^(aws|k8s|tf)_/, '').replaceAll('_', '-')}/`

describe('the registry of checks', () => {
  test('every id is there once and finds its check', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length)
    for (const check of CHECKS) expect(checkOf(check.id)).toBe(check)
    expect(checkOf('aws_no_such_check')).toBeUndefined()
    expect(checksOf('aws').every(({ provider }) => provider === 'aws')).toBe(true)
  })

  test('every check that was agreed is there, and no other', () => {
    expect(CHECKS.map(({ id }) => id).sort()).toEqual(CHECK_ROWS.map(({ id }) => id).sort())
  })

  test('every capability of the framework is fed by a check or listed as having none', () => {
    const fed = new Set(CHECKS.flatMap(({ feeds }) => feeds.map(({ capability }) => capability)))
    expect([...fed].filter((id) => !framework.includes(id))).toEqual([])
    expect(framework.filter((id) => !fed.has(id)).sort()).toEqual([...WITHOUT_CHECK].sort())
  })
})

describe.each(each)('%s', (id, check) => {
  test('says of itself what was agreed: severity and capabilities, the main one first', () => {
    const row = rowOf.get(id)
    const capabilities = check.capabilities.map((one) => (check.weak.includes(one) ? `${one}~` : one))
    expect({ severity: check.severity, capabilities }).toEqual({
      severity: row?.severity,
      capabilities: row?.capabilities,
    })
  })

  test('is well formed, named after its provider and lies in the folder of its name with its test', () => {
    expect(CheckFacts.safeParse(check).error).toBeUndefined()
    expect(id).toMatch(PREFIX[check.provider])
    for (const file of ['check.ts', 'check.test.ts'])
      expect(existsSync(new URL(folderOf(id, check.provider) + file, import.meta.url)), file).toBe(true)
  })

  test('feeds each capability that it fits firmly, no other, and each stage once', () => {
    const unfed = new Set([...check.weak, ...(FIRM_BUT_UNFED[id] ?? [])])
    const expected = check.capabilities.filter((one) => !unfed.has(one))
    expect([...new Set(check.feeds.map(({ capability }) => capability))].sort()).toEqual(expected.sort())
    expect(new Set(check.feeds.map(({ capability, stage }) => `${capability} ${stage}`)).size).toBe(check.feeds.length)
    for (const { stage, atLeast } of check.feeds) {
      expect(stage).toBeGreaterThan(0)
      expect(atLeast).toBeGreaterThan(0)
    }
  })

  test('asks a share below 1 of a population only where it is a ratio', () => {
    if (check.kind !== 'ratio') expect(check.threshold).toBe(1)
    expect(check.threshold).toBeGreaterThan(0)
  })

  test('says what it reads, what that needs, what to do, and at what risk', () => {
    expect(check.operations.length).toBeGreaterThan(0)
    if (check.provider !== 'terraform') expect(check.permissions.length).toBeGreaterThan(0)
    for (const text of [check.title, check.asserts, check.risk, check.remediation.text]) expect(text).not.toBe('')
    expect(check.title).not.toMatch(/\.$/)
    expect(check.asserts).toMatch(/\.$/)
    expect(check.risk).toMatch(/\.$/)
    expect(check.remediation.commands.length).toBeGreaterThan(0)
  })

  test('knows nothing where nothing was read, and never passes where nothing is', () => {
    const unread = scopeFacts('111122223333', [], [])
    expect(evaluateScope([check], unread, { now: NOW })[0]?.evaluation.verdict).toBe('unknown')
    const empty = scopeOf({ resources: [], checks: [check] })
    expect(evaluateScope([check], empty, { now: NOW })[0]?.evaluation.verdict).not.toBe('pass')
  })
})
