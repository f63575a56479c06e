import { createHash } from 'node:crypto'
import { crc32 as zlibCrc } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32 } from './crc32'
import { sha256Hasher, sha256Of } from './sha256'

test('SHA-256 is that of FIPS 180-4, however the bytes come in pieces', () => {
  expect(sha256Of(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const [ours, theirs] = [sha256Hasher(), createHash('sha256')]
      for (const piece of pieces) {
        ours.update(piece)
        theirs.update(piece)
      }
      expect(ours.digest('hex')).toBe(theirs.digest('hex'))
    }),
  )
})

test('SHA-256 of every length around the ends of a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const bytes = new Uint8Array(length).fill(length)
    expect(sha256Of(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('CRC-32 is that of ZIP, however the bytes come in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
      expect(crc32(crc32(0, one), other)).toBe(zlibCrc(Buffer.concat([one, other])))
    }),
  )
})
