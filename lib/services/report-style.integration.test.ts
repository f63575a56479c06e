import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { type TestDatabase, testDatabase } from '@/lib/testing/database'
import { pngOf } from '@/lib/testing/logo'
import { type Cast, twoOrganizations } from '@/lib/testing/organizations'
import { getReportStyle, readReportLogo } from './get-report-style'
import { putReportStyle } from './put-report-style'
import { removeReportLogo } from './remove-report-logo'
import { setReportLogo } from './set-report-logo'

let database: TestDatabase
let cast: Cast

beforeAll(async () => {
  database = await testDatabase()
  cast = (await twoOrganizations()).victim
})
afterAll(() => database.close())

async function* sent(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const set = (bytes: Uint8Array) => setReportLogo(cast.admin, { org: cast.org, content: sent(bytes) })
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error('it was taken')),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  )

describe('how reports look', () => {
  test('nothing is chosen at first; a name and a colour are kept, a repeat changes nothing', async () => {
    expect(await getReportStyle(cast.viewer, { org: cast.org })).toMatchObject({
      title: null,
      colour: null,
      logo: null,
    })
    const style = { title: 'Łódź Group', colour: '#7a1f5c' }
    const first = await putReportStyle(cast.admin, { org: cast.org, style })
    const again = await putReportStyle(cast.admin, { org: cast.org, style })
    expect(first).toMatchObject(style)
    expect(again).toEqual(first)
  })

  test('a colour that cannot be read on white is refused with its contrast, never darkened', async () => {
    const error = await refusal(
      putReportStyle(cast.admin, { org: cast.org, style: { title: null, colour: '#ffcc00' } }),
    )
    expect([error.code, error.message || error.detail].join(' ')).toContain('invalid')
    expect(error.detail).toContain('has a contrast of 1.5 on white')
    expect(await getReportStyle(cast.admin, { org: cast.org })).toMatchObject({ colour: '#7a1f5c' })
  })

  test('only administrators change it', async () => {
    const style = { title: 'x', colour: null }
    expect((await refusal(putReportStyle(cast.viewer, { org: cast.org, style }))).code).toBe('forbidden')
    const content = sent(pngOf())
    expect((await refusal(setReportLogo(cast.viewer, { org: cast.org, content }))).code).toBe('forbidden')
  })

  test('a logo is kept by its hash and given out as it came; another takes its place, removing leaves none', async () => {
    const first = pngOf({ width: 64, height: 32 })
    expect((await set(first)).logo).toMatchObject({ mediaType: 'image/png', width: 64, height: 32 })
    expect((await readReportLogo(cast.viewer, { org: cast.org }))?.content.equals(first)).toBe(true)
    expect((await set(pngOf({ width: 80, height: 20 }))).logo).toMatchObject({ width: 80 })
    await removeReportLogo(cast.admin, { org: cast.org })
    expect(await readReportLogo(cast.viewer, { org: cast.org })).toBeNull()
  })

  test.each([
    ['SVG', () => Buffer.from('<svg onload="alert(1)"/>'), 'unsupported-media', 'SVG is refused'],
    ['a script', () => Buffer.from('#!/bin/sh'), 'unsupported-media', 'is a script'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'unsupported-media', 'does not begin like'],
    [
      'pixels for another size',
      () => pngOf({ pixels: deflateSync(Buffer.alloc(9)) }),
      'unsupported-media',
      'where its size needs',
    ],
    [
      'pixels that do not unpack',
      () => pngOf({ pixels: Buffer.from('no deflate') }),
      'unsupported-media',
      'cannot be unpacked',
    ],
    [
      'a bomb',
      () => pngOf({ pixels: deflateSync(Buffer.alloc(50_000_000)) }),
      'unsupported-media',
      'cannot be unpacked',
    ],
    ['more than 512 KiB', () => Buffer.alloc(512 * 1024 + 1), 'too-large', 'larger than 524288 bytes'],
  ])('%s is refused with the exact reason, and nothing is kept', async (_, bytes, code, reason) => {
    const error = await refusal(set(bytes()))
    expect([error.code, error.detail]).toEqual([code, expect.stringContaining(reason)])
    expect((await getReportStyle(cast.admin, { org: cast.org })).logo).toBeNull()
  })
})
