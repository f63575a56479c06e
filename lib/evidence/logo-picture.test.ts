import { describe, expect, test } from 'vitest'
import { animationChunk, pngOf, textChunk } from '@/lib/testing/logo'
import { logoPicture } from './logo-picture'

/** A JPEG's segments with a frame of that size; its scan holds next to nothing, which no reader of sizes minds. */
const jpegOf = (width: number, height: number): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0, 0x34, 0xff, 0xd9],
  ])
const fault = (bytes: Uint8Array | string): string | null =>
  logoPicture(typeof bytes === 'string' ? Buffer.from(bytes) : bytes).fault

describe('logoPicture', () => {
  test('a whole PNG and a whole JPEG are taken for what they are, with their size', () => {
    expect(logoPicture(pngOf({ width: 48, height: 16 }))).toEqual({
      ...{ mediaType: 'image/png', width: 48, height: 16, fault: null },
    })
    expect(logoPicture(jpegOf(300, 80))).toEqual({ mediaType: 'image/jpeg', width: 300, height: 80, fault: null })
  })

  test('SVG is refused by name, whatever stands before it, and says why', () => {
    for (const svg of ['<svg xmlns="x"/>', '\uFEFF  <?xml version="1.0"?>\n<!-- x --><svg onload="alert(1)">'])
      expect(fault(svg)).toContain('SVG is refused because it can carry scripts')
  })

  test.each([
    ['', 'is empty'],
    ['<!doctype html><script>alert(1)</script>', 'a web page'],
    ['#!/bin/sh\nrm -rf /', 'a script'],
    ['GIF89a', 'does not begin like a PNG or a JPEG'],
    ['%PDF-1.7', 'does not begin like a PNG or a JPEG'],
    ['alert(1)', 'does not begin like a PNG or a JPEG'],
  ])('%j is refused', (text, reason) => {
    expect(fault(text)).toContain(reason)
  })

  test('what is two files at once is refused: bytes behind the end, or markup inside', () => {
    expect(fault(Buffer.concat([pngOf(), Buffer.from('PK\u0003\u0004')]))).toContain('followed by 4 more bytes')
    expect(fault(Buffer.concat([jpegOf(40, 40), Buffer.from('<script>')]))).toContain('followed by 8 more bytes')
    expect(fault(pngOf({ before: [textChunk('<script>alert(1)</script>')] }))).toContain('carries <script inside')
  })

  test('a truncated picture is refused at every length', () => {
    const [png, jpeg] = [pngOf(), jpegOf(40, 40)]
    for (let length = 1; length < png.length; length++) expect(fault(png.subarray(0, length))).not.toBeNull()
    for (let length = 1; length < jpeg.length; length++) expect(fault(jpeg.subarray(0, length))).not.toBeNull()
  })

  test('any byte changed in a PNG is noticed', () => {
    const png = pngOf()
    for (let at = 0; at < png.length; at++) {
      const changed = Buffer.from(png)
      changed[at] = (changed[at] ?? 0) ^ 0x20
      expect(fault(changed)).not.toBeNull()
    }
  })

  test('sizes out of bounds, animation and interlacing are refused with the exact reason', () => {
    expect(fault(pngOf({ width: 15 }))).toBe('The picture is 15 by 16 pixels; each side must be from 16 to 2000.')
    expect(fault(jpegOf(2001, 40))).toBe('The picture is 2001 by 40 pixels; each side must be from 16 to 2000.')
    expect(fault(pngOf({ before: [animationChunk()] }))).toContain('is animated')
    expect(fault(pngOf({ interlaced: true }))).toContain('is interlaced')
  })
})
