import { describe, expect, test } from 'vitest'
import { sourceFiles, topLevel } from './source-tree'

const TOP_LEVEL = new Set([
  ...['app', 'components', 'lib', 'prisma', 'e2e', 'public', 'deploy', '.ci', '.github'],
  ...['README.md', 'LICENSE', 'SECURITY.md', 'CONTRIBUTING.md', '.gitignore'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'knip.json', '.dependency-cruiser.mjs'],
  ...[
    'next.config.ts',
    'postcss.config.mjs',
    'prisma.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
    'proxy.ts',
  ],
])
const LIB = new Set([
  ...['kernel', 'model', 'framework', 'access', 'checks', 'findings', 'incidents', 'metrics', 'maturity', 'evidence'],
  ...[
    'presentation',
    'reports',
    'env',
    'db',
    'sources',
    'services',
    'auth',
    'jobs',
    'http',
    'queries',
    'cli',
    'testing',
  ],
])
const CODE = /^(app|components|lib|e2e)\/.*\.(ts|tsx|mjs)$/
const DRAWER = /(^|[-_.])(utils?|helpers?|commons?|misc|shared|managers?)([-_.]|$)/i
const KEBAB = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
const ROUTE_SEGMENT = /^(\.well-known|\([a-z-]+\)|\[{1,2}(\.{3})?[a-zA-Z]+\]{1,2}|@[a-z-]+)$/
const FREE_FOLDER = /^(prisma\/migrations|lib\/checks)\//

const names = (path: string) => path.split('/')
const files = sourceFiles()
const offenders = (isWrong: (name: string) => boolean) =>
  files.filter((path) => !FREE_FOLDER.test(path) && names(path).some(isWrong))

describe('law of names', () => {
  test('the top level holds the folders and files of the architecture and nothing else', () => {
    expect(topLevel().filter((name) => !TOP_LEVEL.has(name))).toEqual([])
  })

  test('lib holds the folders of the architecture and no loose file', () => {
    const strangers = files.filter(
      (path) => path.startsWith('lib/') && (!LIB.has(names(path)[1] ?? '') || names(path).length < 3),
    )
    expect(strangers).toEqual([])
  })

  test('no file or folder is a drawer for what found no place', () => {
    expect(offenders((name) => DRAWER.test(name))).toEqual([])
  })

  test.each(['utils.ts', 'date-helpers.ts', 'common', 'shared', 'user-manager.ts', 'misc.test.ts'])(
    '%s counts as a drawer',
    (name) => {
      expect(DRAWER.test(name)).toBe(true)
    },
  )

  test('code is named in kebab-case, route segments as Next wants them', () => {
    const wrong = files.filter(
      (path) => CODE.test(path) && !names(path).every((name) => KEBAB.test(name) || ROUTE_SEGMENT.test(name)),
    )
    expect(wrong.filter((path) => !FREE_FOLDER.test(path))).toEqual([])
  })

  test('an index file is only the public face of one folder of lib', () => {
    const faces = files.filter((path) => CODE.test(path) && /\/index\.tsx?$/.test(path))
    expect(faces.filter((path) => !/^lib\/[^/]+\/index\.ts$/.test(path))).toEqual([])
  })
})
