import { validate, version } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newId, newIds } from './id'

describe('newIds', () => {
  test('gives as many distinct UUIDv7 as asked for, in order', () => {
    const ids = newIds(4_096)
    expect(new Set(ids).size).toBe(4_096)
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
    expect([...ids].sort()).toEqual(ids)
  })
  test('tells the same time as newId', () => {
    const [before, [id = ''], after] = [newId(), newIds(1), newId()]
    const time = (text: string) => text.slice(0, 13)
    expect(time(before) <= time(id) && time(id) <= time(after)).toBe(true)
  })
  test('refuses more than one batch', () => {
    expect(() => newIds(4_097)).toThrow(RangeError)
  })
})
