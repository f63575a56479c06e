import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/kernel/app-error'
import { readJson } from './read-json'

const sent = (body: string | Uint8Array, type = 'application/json') =>
  new Request('http://localhost/', { method: 'POST', body: body as BodyInit, headers: { 'content-type': type } })
const fault = (request: Request): Promise<string> =>
  readJson(request).then(
    () => 'read',
    (error) => (error instanceof AppError ? error.code : `threw ${error}`),
  )

describe('readJson', () => {
  test('reads what was sent', async () => {
    const value = { a: [1, null, { b: 'ü"\\' }], constructor: 'x', prototype: 1, toString: 2 }
    expect(await readJson(sent(JSON.stringify(value), 'application/json; charset=utf-8'))).toEqual(value)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    '%j is no JSON',
    async (type) => {
      expect(await fault(sent('{}', type))).toBe('unsupported-media')
    },
  )

  test.each(['', '{', '{"a":1}x', "{'a':1}", '{a:1}', '[1,]', 'undefined', 'NaN', '\uFEFF{}'])(
    '%j is refused',
    async (text) => {
      expect(await fault(sent(text))).toBe('bad-request')
    },
  )

  test('one byte over 1 MiB is refused, also when it says to be less', async () => {
    const text = `"${'a'.repeat(1024 * 1024 - 2)}"`
    expect(await fault(sent(text))).toBe('read')
    expect(await fault(sent(`${text} `))).toBe('too-large')
  })

  test('what nests too deep or has too many fields is refused before it is parsed', async () => {
    expect(await fault(sent('['.repeat(1024 * 1024)))).toBe('bad-request')
    expect(await fault(sent(`[${'0,'.repeat(500_000)}0]`))).toBe('bad-request')
  })

  test.each(['{"__proto__":{"isAdmin":true},"a":1}', '{"\\u005f_proto\\u005F_":{"isAdmin":true},"a":1}'])(
    '%s changes no prototype, wherever it is copied',
    async (text) => {
      const read = (await readJson(sent(text))) as Record<string, unknown>
      const copy: Record<string, unknown> = {}
      for (const name of Object.getOwnPropertyNames(read)) copy[name] = read[name]
      expect(copy.isAdmin).toBeUndefined()
      expect(copy).toEqual({ a: 1 })
    },
  )

  test('a prototype deep within is dropped as well', async () => {
    const read = await readJson(sent('[{"a":{"__proto__":{"b":1},"c":2}}]'))
    expect(JSON.stringify(read)).toBe('[{"a":{"c":2}}]')
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('b')
  })
})
