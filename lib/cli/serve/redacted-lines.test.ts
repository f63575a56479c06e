import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { redactedLines } from './redacted-lines'

const through = async (parts: readonly (string | Uint8Array)[], known: readonly string[] = []) =>
  String(await buffer(Readable.from(parts.map((part) => Buffer.from(part))).pipe(redactedLines(known))))

test('a secret is found although it came in two pieces', async () => {
  expect(await through(['GET /sign-in/link?tok', 'en=abc123 200\nnext line', ' ends'])).toBe(
    'GET /sign-in/link?token=[redacted] 200\nnext line ends',
  )
})

test('a private key is left out over all its lines, and what follows is shown', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG\nByqGSM49\n-----END PRIVATE KEY-----\nafter\n'
  expect(await through(['before\n', key.slice(0, 30), key.slice(30)])).toBe('before\n[redacted]\nafter\n')
})

test('given values are left out, and letters cut in half stay whole', async () => {
  const [bytes, other] = [Buffer.from('grün hunter2\n'), Buffer.from('ende')]
  expect(await through([bytes.subarray(0, 3), bytes.subarray(3), other], ['hunter2'])).toBe('grün [redacted]\nende')
})
