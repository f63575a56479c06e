import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { run } from '@/lib/cli/tool'
import { verifyPackFile } from '@/lib/cli/verify-pack'
import { overrideEnv } from '@/lib/env'
import { MANIFEST_FILE, TIMESTAMP_FILE } from '@/lib/evidence/pack-layout'
import { requestTimestamp } from '@/lib/sources/timestamp'
import { type PackEntries, packEntries, testKey, zipped } from '@/lib/testing/evidence-pack'
import { type TimestampAuthority, timestampAuthority } from '@/lib/testing/timestamp-authority'
import { flipped } from '@/lib/testing/zip-surgery'

let authority: TimestampAuthority
let folder: string
let entries: PackEntries
let keys: string
let digest: string

beforeAll(async () => {
  authority = await timestampAuthority()
  folder = mkdtempSync(join(tmpdir(), 'proofline-stamped-'))
  const spec = { evidence: await testKey('evidence'), audit: await testKey('audit') }
  entries = await packEntries(spec)
  digest = sha256(entries.get(MANIFEST_FILE) ?? new Uint8Array())
  keys = written(
    'keys.json',
    JSON.stringify({ format: 'proofline-keys/1', keys: [spec.audit.published, spec.evidence.published] }),
  )
})
afterAll(async () => {
  await authority.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => void overrideEnv({ outboundAllow: ['127.0.0.1/32'], tsaUrl: authority.url }))
afterEach(() => {
  authority.instead = null
})

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

async function stamped(of = digest): Promise<Uint8Array> {
  const token = await requestTimestamp(of)
  if (!token) throw new Error('no authority')
  return token.response
}

/** What the command says of the pack with this timestamp in it. */
async function judged(response: Uint8Array, tsaCa?: string) {
  const pack = written('PACK.zip', await zipped([...entries, [TIMESTAMP_FILE, response]]))
  return verifyPackFile(pack, { keys, ...(tsaCa ? { tsaCa } : {}) })
}

describe('a timestamp of a real authority', () => {
  test('is good for openssl and for us, and its authority is believed only when it was named', async () => {
    const response = await stamped()
    const [manifest, reply] = [
      written(MANIFEST_FILE, entries.get(MANIFEST_FILE) ?? ''),
      written('manifest.tsr', response),
    ]
    const openssl = await run('openssl', [
      'ts',
      '-verify',
      '-data',
      manifest,
      '-in',
      reply,
      '-CAfile',
      authority.caFile,
    ])
    expect([openssl.code, openssl.output]).toEqual([0, expect.stringContaining('Verification: OK')])
    const alone = await judged(response)
    expect(alone).toMatchObject({ code: 0, json: { timestamp: { authority: 'Test timestamps', trusted: false } } })
    expect(alone.text).toContain('Whether that is an authority was not checked')
    expect(await judged(response, authority.caFile)).toMatchObject({ code: 0, json: { timestamp: { trusted: true } } })
  })

  test('does not lead to another root', async () => {
    const other = await timestampAuthority()
    const found = await judged(await stamped(), other.caFile)
    await other.close()
    expect(found).toMatchObject({ code: 1, json: { faults: [{ reason: 'timestamp-wrong', file: TIMESTAMP_FILE }] } })
  })

  test('over something else, cut off, or with a byte turned in what is signed is refused', async () => {
    const response = await stamped()
    const at = Buffer.from(response).indexOf(Buffer.from(digest, 'hex'))
    const wrong = [
      await stamped(sha256(Buffer.from('another'))),
      response.subarray(0, response.length - 1),
      Buffer.concat([response, Buffer.from([0])]),
      flipped(response, at),
      flipped(response, response.length - 1),
    ]
    for (const one of wrong)
      expect(await judged(one)).toMatchObject({ code: 1, json: { faults: [{ reason: 'timestamp-wrong' }] } })
  })
})

describe('asking for a timestamp', () => {
  test('without an authority is null', async () => {
    overrideEnv({ tsaUrl: null })
    expect(await requestTimestamp(digest)).toBeNull()
  })

  test('an answer to an earlier question, over something else or of no timestamp is refused', async () => {
    authority.instead = await stamped()
    await expect(requestTimestamp(digest)).rejects.toMatchObject({
      code: 'unavailable',
      reason: expect.stringContaining('another question'),
    })
    await expect(requestTimestamp(sha256(Buffer.from('x')))).rejects.toMatchObject({ code: 'unavailable' })
    authority.instead = Buffer.from('<html>')
    await expect(requestTimestamp(digest)).rejects.toMatchObject({ code: 'unavailable' })
    authority.instead = Buffer.from('30053003020102', 'hex')
    await expect(requestTimestamp(digest)).rejects.toMatchObject({ reason: expect.stringContaining('was not granted') })
  })

  test('of an address within is refused before anything is sent', async () => {
    overrideEnv({ outboundAllow: [] })
    await expect(requestTimestamp(digest)).rejects.toMatchObject({ code: 'invalid' })
  })
})
