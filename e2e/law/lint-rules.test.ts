import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const many = (count: number, line: string) => `${line}\n`.repeat(count)
const longFunction = (lines: number) =>
  `export function long(say: (n: number) => void) {\n${many(lines, '  say(1)')}}\n`

/** Rule, a file that breaks it, what the file says. */
const REFUSED = [
  ['noProcessEnv', 'lib/services/env.ts', 'export const url = process.env.DATABASE_URL\n'],
  ['noConsole', 'lib/services/log.ts', "export const say = () => console.log('x')\n"],
  ['noExplicitAny', 'lib/services/any.ts', 'export const x = (value: any) => value\n'],
  ['noNonNullAssertion', 'lib/services/bang.ts', 'export const x = (value: string | null) => value!.length\n'],
  ['noTsIgnore', 'lib/services/ignore.ts', "// @ts-ignore\nexport const x: number = 'x'\n"],
  ['useImportType', 'lib/services/type.ts', "import { Month } from '@/lib/kernel/month'\n\nexport type M = Month\n"],
  ['noDefaultExport', 'components/outcomes/default.tsx', 'export default function Card() {\n  return null\n}\n'],
  ['noExcessiveLinesPerFunction', 'lib/services/long.ts', longFunction(51)],
  ['noExcessiveLinesPerFile', 'lib/services/file.ts', many(301, 'export {}')],
  ['noExcessiveLinesPerFile', 'lib/services/file.test.ts', many(401, 'export {}')],
  ['noUnusedImports', 'lib/services/unused.ts', "import { join } from 'node:path'\n\nexport const x = 1\n"],
  ['noFocusedTests', 'lib/services/only.test.ts', "import { test } from 'vitest'\n\ntest.only('x', () => {})\n"],
  ['noSkippedTests', 'lib/services/skip.test.ts', "import { test } from 'vitest'\n\ntest.skip('x', () => {})\n"],
  ['useAltText', 'components/outcomes/picture.tsx', 'export const Picture = () => <img src="x.png" />\n'],
  ['noRestrictedGlobals', 'lib/metrics/network.ts', "export const read = () => fetch('https://example.org')\n"],
] as const

/** What the house needs to be able to write. */
const ALLOWED = [
  ['lib/env/read.ts', 'export const url = process.env.DATABASE_URL\n'],
  ['lib/cli/say.ts', "export const say = () => console.log('x')\n"],
  ['app/page.tsx', 'export default function Page() {\n  return null\n}\n'],
  ['lib/services/function.ts', longFunction(49)],
  ['lib/services/table.test.ts', longFunction(90)],
  ['app/globals.css', "@import 'tailwindcss';\n\n@theme inline {\n  --color-ink: oklch(0.2 0 0);\n}\n"],
] as const

type Diagnostic = { severity: string; category: string; location: { path: string } }

const house = mkdtempSync(join(tmpdir(), 'proofline-lint-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

function lint(): Diagnostic[] {
  for (const name of ['biome.json', 'package.json']) cpSync(name, join(house, name))
  for (const [file, text] of [...REFUSED.map(([, file, text]) => [file, text] as const), ...ALLOWED]) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), text)
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.']
  const run = spawnSync(process.execPath, [resolve('node_modules/.bin/biome'), ...args], {
    cwd: house,
    encoding: 'utf8',
  })
  return JSON.parse(run.stdout).diagnostics
}

const diagnostics = lint()
const against = (file: string) =>
  diagnostics
    .filter((one) => one.location.path === file && one.severity !== 'info')
    .map((one) => one.category.split('/').at(-1))

describe('law of lines', () => {
  test.each(REFUSED)('%s refuses %s', (rule, file) => {
    expect(against(file)).toContain(rule)
  })

  test.each(ALLOWED)('%s is accepted', (file) => {
    expect(against(file)).toEqual([])
  })
})
