import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPackFile } from '@/lib/cli/verify-pack'
import { recipeScript } from '@/lib/evidence/verify-recipe'
import { type PackSet, packSet } from '@/lib/testing/tampered-packs'

/** What `unzip`, `sha256sum` and `openssl` do not look at: see RECIPE_LIMITS. */
const UNSEEN = [
  'data-before-directory',
  'date-altered',
  'owner-altered',
  'symlink',
  'bomb-beyond-header',
  'bomb-by-ratio',
  'envelope-reformatted',
  'log-entries-swapped',
]

let folder: string
let set: PackSet

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-recipe-'))
  set = await packSet()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shell = (cwd: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = execFile('sh', ['-c', recipeScript()], { cwd, timeout: 20_000 }, (error) => resolve(error === null))
    child.stdin?.end()
  })

/** Runs the written recipe, word for word, and the command; true for a pack that passes. */
async function judged(name: string, zip: Uint8Array, keys = set.keys): Promise<{ recipe: boolean; command: boolean }> {
  const place = join(folder, name)
  mkdirSync(place)
  writeFileSync(join(place, 'PACK.zip'), zip)
  const keysFile = join(place, 'proofline-keys.json')
  writeFileSync(keysFile, JSON.stringify(keys))
  const recipe = await shell(place)
  const { code } = await verifyPackFile(join(place, 'PACK.zip'), { keys: keysFile })
  return { recipe, command: code === 0 }
}

test('a good pack passes by the recipe and by the command', async () => {
  expect(await judged('good', set.good)).toEqual({ recipe: true, command: true })
})

test('tampered packs are refused by both, but for what these tools do not look at', async () => {
  const passing: string[] = []
  for (const { name, zip, keys } of set.tampered) {
    const { recipe, command } = await judged(name, zip, keys)
    expect([name, command]).toEqual([name, false])
    if (recipe) passing.push(name)
  }
  expect(passing).toEqual(UNSEEN)
  expect(set.tampered.length - passing.length).toBeGreaterThanOrEqual(12)
}, 120_000)
