import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { bornAt, commandLine, identityOf, isRunning, thisProcess } from './process-identity'

describe('a process', () => {
  test('is running as long as it lives, and not after', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    await once(child, 'spawn')
    const identity = identityOf(child.pid ?? 0)
    if (!identity) throw new Error('the child has no identity')
    expect(isRunning(identity)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isRunning(identity)).toBe(false)
  })

  test('that died while its parent has not asked yet counts as dead', async () => {
    // The shell starts a child, becomes `sleep`, and never asks how the child ended.
    const shell = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 30'])
    const [pid] = await once(shell.stdout, 'data')
    await expect.poll(() => bornAt(Number(String(pid)))).toBeNull()
    shell.kill('SIGKILL')
  })

  test('of the same number but another birth is somebody else', () => {
    expect(isRunning({ ...thisProcess(), born: 'long ago' })).toBe(false)
  })

  test('has the command line it was started with', () => {
    expect(commandLine(process.pid)).toContain('node')
  })

  test.each([0, -1, 1.5, Number.NaN, 2 ** 31])('%s is no process', (pid) => {
    expect(bornAt(pid)).toBeNull()
  })
})
