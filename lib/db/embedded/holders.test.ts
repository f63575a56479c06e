import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addHolder, holdersOf, removeHolder } from './holders'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-holders-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('holders of the server', () => {
  test('nobody holds a server that was never used', () => {
    expect(holdersOf(folder)).toEqual([])
  })

  test('one process may hold it twice, and the first to leave is not the last', () => {
    const [first, second] = [addHolder(folder), addHolder(folder)]
    expect(removeHolder(folder, first)).toEqual([second])
    expect(removeHolder(folder, second)).toEqual([])
  })

  test('the dead do not count', () => {
    const file = join(folder, 'postgres.users.json')
    writeFileSync(file, JSON.stringify([{ id: 'x', pid: 2 ** 22 + 1, born: 'never' }]))
    expect(holdersOf(folder)).toEqual([])
  })

  test('a damaged list is an empty one', () => {
    writeFileSync(join(folder, 'postgres.users.json'), '[{')
    expect(holdersOf(folder)).toEqual([])
    expect(addHolder(folder).pid).toBe(process.pid)
  })
})
