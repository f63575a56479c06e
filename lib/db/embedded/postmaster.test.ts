import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parsePidFile, runningPostmaster } from './postmaster'

/** As PostgreSQL 18 writes it: the status is padded. */
const pidFile = (pid: number, status: string) =>
  [pid, '/data', 1_790_000_000, 5499, '', '127.0.0.1', '  1234567       42', `${status.padEnd(8)}`, ''].join('\n')

let data = ''
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'proofline-postmaster-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

describe('parsePidFile', () => {
  test('reads number, port and status', () => {
    expect(parsePidFile(pidFile(77, 'ready'))).toEqual({ pid: 77, port: 5499, status: 'ready' })
  })

  test.each(['', '77', '77\n/data\n1\n', 'x\n/data\n1\n5499\n'])('%j is not finished yet', (text) => {
    expect(parsePidFile(text)).toBeNull()
  })
})

describe('runningPostmaster', () => {
  const file = () => join(data, 'postmaster.pid')

  test('nothing runs where no pid file lies', async () => {
    expect(await runningPostmaster(data)).toBeNull()
  })

  test('a dead server is left to Postgres, which recovers from its file', async () => {
    writeFileSync(file(), pidFile(2 ** 22 + 1, 'ready'))
    expect(await runningPostmaster(data)).toBeNull()
    expect(existsSync(file())).toBe(true)
  })

  test('a number that another program now has is no server, and the file that would mislead Postgres goes', async () => {
    writeFileSync(file(), pidFile(process.pid, 'ready'))
    expect(await runningPostmaster(data)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })
})
