import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { testDatabase } from '@/lib/testing/database'
import { bucket, connectionOf, evaluated, probe, recorded } from '@/lib/testing/findings'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { testSettings } from '@/lib/testing/settings'
import { register } from './export'
import { register as registerFindings } from './findings'

const folder = mkdtempSync(join(tmpdir(), 'proofline-export-'))
let cast: Cast

/** Runs one command as the command line does and returns what it printed. */
async function proofline(...args: string[]): Promise<string> {
  const program = new Command('proofline').exitOverride().configureOutput({ writeErr: () => {} })
  for (const one of [register, registerFindings]) one(program)
  for (const one of program.commands.flatMap((command) => [command, ...command.commands])) one.exitOverride()
  const printed: string[] = []
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((piece, ...rest) => {
    printed.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString())
    const done = rest.at(-1)
    if (typeof done === 'function') done()
    return true
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return printed.join('')
  } finally {
    written.mockRestore()
  }
}

beforeAll(async () => {
  const { appUrl, close } = await testDatabase()
  testSettings()
  overrideEnv({ databaseUrl: appUrl })
  ;({ victim: cast } = await twoOrganizations())
  const connectionId = await connectionOf(cast)
  await recorded(cast, { connectionId }, evaluated(probe('heavy'), [bucket('=cmd()'), bucket('b')]))
  await recorded(cast, { connectionId }, evaluated(probe('light', { severity: 'low' }), [bucket('c')]))
  return close
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)

describe('proofline export', () => {
  test('findings, narrowed, go to standard output as they are read', async () => {
    const csv = await proofline('export', 'findings', '--org', cast.org, '--format', 'csv', '--check', 'heavy')
    const rows: Record<string, string>[] = parse(csv, { columns: true })
    expect(rows.map((row) => row['resource.name']).sort()).toEqual(["'=cmd()", 'b'])
    const events = await proofline('export', 'findings', '--org', cast.org, '--format', 'ocsf')
    expect(JSON.parse(events)).toHaveLength(3)
  })
  test('into a file: the answer names rows, bytes and SHA-256 of what was written', async () => {
    const file = at('findings.xlsx')
    const said = JSON.parse(
      await proofline('export', 'findings', '--org', cast.org, '--format', 'xlsx', '-o', file, '--json'),
    )
    const bytes = readFileSync(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(said).toEqual({ table: 'findings', format: 'xlsx', rows: 3, file, bytes: bytes.length, sha256 })
  })
  test('any table by its name, and incidents as events', async () => {
    const args = ['--org', cast.org, '--format', 'json']
    const checks = JSON.parse(await proofline('export', 'table', 'checks', ...args, '--where', 'provider=aws'))
    expect(new Set(checks.map(({ provider }: { provider: string }) => provider))).toEqual(new Set(['aws']))
    expect(JSON.parse(await proofline('export', 'incidents', '--org', cast.org, '--format', 'ocsf'))).toEqual([])
  })
  test('findings for reading are the same JSON', async () => {
    expect(JSON.parse(await proofline('findings', '--org', cast.org, '--severity', 'low'))).toMatchObject([
      { checkId: 'light' },
    ])
  })
  test.each([
    ['an organization that is not there', ['findings', '--org', 'nobody', '--format', 'csv'], { code: 'not-found' }],
    ['a table that is none', ['table', 'nothing', '--org', 'x', '--format', 'csv'], { code: 'not-found' }],
    [
      'a filter that is not known',
      ['table', 'checks', '--format', 'csv', '--where', 'colour=red'],
      { code: 'invalid' },
    ],
    ['a filter that is none', ['table', 'checks', '--format', 'csv', '--where', 'red'], { code: 'invalid' }],
    ['a value that is not allowed', ['findings', '--format', 'csv', '--severity', 'red'], { code: 'invalid' }],
    ['an answer without a file', ['findings', '--format', 'csv', '--json'], { code: 'invalid' }],
    ['a format it has not', ['incidents', '--format', 'sarif'], { code: 'commander.invalidArgument' }],
  ])('refuses %s', async (_, args, refusal) => {
    const org = args.includes('--org') ? [] : ['--org', cast.org]
    await expect(proofline('export', ...args, ...org)).rejects.toMatchObject(refusal)
  })
  test('a file that cannot be written is named, and what failed leaves nothing behind', async () => {
    const file = at('not/there.csv')
    const work = proofline('export', 'findings', '--org', cast.org, '--format', 'csv', '-o', file)
    await expect(work).rejects.toMatchObject({ code: 'invalid', detail: expect.stringContaining('there.csv') })
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
