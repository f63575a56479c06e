import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withFileLock } from './file-lock'
import { thisProcess } from './process-identity'

let folder = ''
let lock = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-lock-'))
  lock = join(folder, 'lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const dead = { pid: 2 ** 22 + 1, born: 'never' }
const writeOwner = (file: string, owner: object) => writeFileSync(file, JSON.stringify(owner))

describe('withFileLock', () => {
  test('lets one in at a time, everybody in the end, and leaves nothing behind', async () => {
    let inside = 0
    let most = 0
    const visit = () =>
      withFileLock(lock, async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise(setImmediate)
        inside -= 1
      })
    await Promise.all(Array.from({ length: 8 }, visit))
    expect(most).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  test('is given back after a failure, which is passed on', async () => {
    await expect(withFileLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })

  test('of a dead owner is taken over', async () => {
    writeOwner(lock, dead)
    expect(await withFileLock(lock, async () => 'in')).toBe('in')
  })

  test('of a process that merely has the number of the dead owner is taken over', async () => {
    writeOwner(lock, { ...thisProcess(), born: 'earlier' })
    expect(await withFileLock(lock, async () => 'in')).toBe('in')
  })

  test('that is damaged is taken over', async () => {
    writeFileSync(lock, '{')
    expect(await withFileLock(lock, async () => 'in')).toBe('in')
  })

  test('whose takeover was cut short is taken over all the same', async () => {
    writeOwner(lock, dead)
    writeOwner(`${lock}.stale`, dead)
    expect(await withFileLock(lock, async () => 'in')).toBe('in')
    expect(readdirSync(folder)).toEqual([])
  })

  test('of a living owner is respected, and the refusal names it', async () => {
    writeOwner(lock, thisProcess())
    await expect(withFileLock(lock, async () => 'in', 0)).rejects.toThrow(`Process ${process.pid} has held`)
    expect(existsSync(lock)).toBe(true)
  })
})
