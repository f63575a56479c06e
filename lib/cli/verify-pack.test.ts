import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overrideEnv } from '@/lib/env'
import { type PackSet, packSet } from '@/lib/testing/tampered-packs'
import { verifyPackFile } from './verify-pack'

let folder: string
let set: PackSet

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-verify-'))
  overrideEnv({ dataDir: join(folder, 'nothing-here'), databaseUrl: null })
  set = await packSet()
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a good pack ends with 0 beside its key history, and with 3 without one', async () => {
  const pack = file('good.zip', set.good)
  const keys = file('keys.json', JSON.stringify(set.keys))
  expect(await verifyPackFile(pack, { keys })).toMatchObject({ code: 0, json: { ok: true, keysFrom: keys } })
  const alone = await verifyPackFile(pack, {})
  expect(alone).toMatchObject({
    code: 3,
    json: { ok: false, verdict: 'signer-unconfirmed', keysFrom: 'the pack itself' },
  })
  expect(alone.text).toContain(`Key fingerprint: ${set.keys.keys.at(-1)?.kid}`)
})

test('every tampered pack ends with 1 and names file and reason, and nothing is written', async () => {
  const keys = file('keys.json', JSON.stringify(set.keys))
  const packs = set.tampered.map((pack) => ({ ...pack, path: file(`${pack.name}.zip`, pack.zip) }))
  const before = readdirSync(folder, { recursive: true }).length
  for (const { path, reason } of packs.filter((pack) => !pack.keys)) {
    const answer = await verifyPackFile(path, { keys })
    expect([answer.code, answer.text.includes(`  ${reason}`)]).toEqual([1, true])
  }
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before)
})

test('what is no file, no archive or no key history is said to be so', async () => {
  await expect(verifyPackFile(join(folder, 'absent.zip'), {})).rejects.toMatchObject({ code: 'invalid' })
  const text = file('text.zip', 'not a ZIP')
  expect(await verifyPackFile(text, {})).toMatchObject({ code: 1, json: { faults: [{ reason: 'not-a-zip' }] } })
  await expect(verifyPackFile(text, { keys: text })).rejects.toMatchObject({ code: 'invalid' })
})
