import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { beforeAll, expect, test, vi } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { testDatabase } from '@/lib/testing/database'
import { twoOrganizations } from '@/lib/testing/organizations'
import { changeOf, planOf } from '@/lib/testing/terraform'
import { reportFailure } from './failure'
import { register } from './gate'

const folder = mkdtempSync(join(tmpdir(), 'proofline-gate-'))
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const open = changeOf({ type: 'aws_vpc_security_group_ingress_rule', after: { cidr_ipv4: '0.0.0.0/0' } })
const OPEN = file('open.json', planOf([open]))
const CLOSED = file('closed.json', planOf([changeOf({ type: 'aws_ebs_volume', after: { encrypted: true } })]))
const LATER = file('later.json', planOf([changeOf({ type: 'aws_ebs_volume', unknown: { encrypted: true } })]))
const CUT = file('cut.json', JSON.stringify(planOf([open])).slice(0, -20))

let org: string
beforeAll(async () => {
  const { appUrl, close } = await testDatabase()
  overrideEnv({ databaseUrl: appUrl })
  org = (await twoOrganizations()).victim.org
  return async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Runs the command as the command line does: what it printed on either side, and its exit code. */
async function gate(...args: string[]) {
  const program = new Command('proofline').exitOverride()
  register(program)
  const [out, err] = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation(() => true),
  )
  const before = process.exitCode
  try {
    const code = await program.parseAsync(['gate', ...args], { from: 'user' }).then(
      () => process.exitCode,
      (error: unknown) => reportFailure(error),
    )
    const textOf = (spy: typeof out) => spy?.mock.calls.map(([text]) => String(text)).join('') ?? ''
    return { code, out: textOf(out), err: textOf(err) }
  } finally {
    process.exitCode = before
    out?.mockRestore()
    err?.mockRestore()
  }
}

test.each([
  ['no gate asked for', () => [OPEN], 0],
  ['nothing fails', () => [CLOSED, '--fail-below', 'optimal', '--fail-on', 'info'], 0],
  ['a clause of the stage is contradicted', () => [OPEN, '--fail-below', 'advanced'], 1],
  ['a failure of the severity', () => [OPEN, '--fail-on', 'high'], 1],
  ['something is known only after apply', () => [LATER, '--fail-on', 'medium'], 1],
  ['and that is let pass', () => [LATER, '--fail-on', 'medium', '--allow-unknown'], 0],
])('%s: exit code', async (_, args, code) => {
  const answer = await gate(...args(), '--org', org)
  expect([answer.code, answer.err]).toEqual([code, ''])
  expect(answer.out).toContain('Nothing was kept.')
})

test.each([
  ['a plan cut off', () => [CUT, '--org', org], 'ends too early'],
  ['no such file', () => [join(folder, 'none.json'), '--org', org], 'cannot be read'],
  ['no file named', () => ['--org', org], 'file: name the file'],
  ['no organization named', () => [OPEN], 'org: name the organization'],
  ['an unknown organization', () => [OPEN, '--org', 'nobody'], 'No such resource'],
  ['an unknown stage', () => [OPEN, '--org', org, '--fail-below', 'best'], 'failBelow'],
])('%s is bad input, exit code 2, and prints no answer', async (_, args, reason) => {
  const answer = await gate(...args())
  expect([answer.code, answer.out]).toEqual([2, ''])
  expect(answer.err).toContain(reason)
})

test('--json is one document, and so is SARIF; Markdown is text', async () => {
  const json = JSON.parse((await gate(OPEN, '--org', org, '--json')).out)
  expect(json).toMatchObject({ kind: 'plan', recorded: null, failures: [{ resource: open.address }] })
  const sarif = JSON.parse((await gate(OPEN, '--org', org, '--format', 'sarif')).out)
  expect(sarif.runs[0].results[0].ruleId).toBe('tf_plan_sg_no_world')
  expect((await gate(OPEN, '--org', org, '--format', 'markdown')).out).toContain('| Layer | Now | With this | Score |')
})

test('--record keeps it as a run of the connection', async () => {
  const { out, code } = await gate(OPEN, '--org', org, '--record', '--connection', 'payments', '--json')
  expect([code, JSON.parse(out)]).toEqual([
    0,
    expect.objectContaining({ connection: 'payments', recorded: expect.objectContaining({ run: expect.any(String) }) }),
  ])
})
