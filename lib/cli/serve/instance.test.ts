import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bornAt, identityOf } from '@/lib/db/embedded/process-identity'
import { claimInstance, servedAt } from './instance'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'proofline-instance-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const dead = { pid: 2 ** 22 + 1, born: 'never' }
const leaveBehind = (record: object) => writeFileSync(join(dataDir, 'start.json'), JSON.stringify(record))
const server = async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60000)'], { detached: true, stdio: 'ignore' })
  await once(child, 'spawn')
  return child.pid ?? 0
}

describe('claimInstance', () => {
  test('a second start is refused and told where the first one serves', async () => {
    const claim = await claimInstance(dataDir)
    claim.publish('http://localhost:4000', process.pid)
    await expect(claimInstance(dataDir)).rejects.toThrow(
      `Proofline is already running at http://localhost:4000 (process ${process.pid}) with the data directory ${dataDir}.`,
    )
  })

  test('a first start that has no address yet is said to be starting', async () => {
    await claimInstance(dataDir)
    await expect(claimInstance(dataDir)).rejects.toThrow('already running and still starting')
  })

  test('after the first has ended the next may start, and nothing is said to be served', async () => {
    const claim = await claimInstance(dataDir)
    claim.publish('http://localhost:4000', process.pid)
    expect(servedAt(dataDir)).toBe('http://localhost:4000')
    claim.release()
    expect(servedAt(dataDir)).toBeNull()
    await expect(claimInstance(dataDir)).resolves.toBeDefined()
  })

  test('the server that a killed start left behind is ended', async () => {
    const pid = await server()
    leaveBehind({ ...dead, url: 'http://localhost:4000', web: identityOf(pid) })
    expect(servedAt(dataDir)).toBeNull()
    await claimInstance(dataDir)
    expect(bornAt(pid)).toBeNull()
  })

  test("a stranger's process that now has the server's number is left alone", async () => {
    const pid = await server()
    leaveBehind({ ...dead, url: null, web: { pid, born: 'in another life' } })
    await claimInstance(dataDir)
    expect(bornAt(pid)).not.toBeNull()
    process.kill(pid, 'SIGKILL')
  })

  test('a damaged record stops nobody', async () => {
    writeFileSync(join(dataDir, 'start.json'), '{"pid":')
    await expect(claimInstance(dataDir)).resolves.toBeDefined()
  })
})
