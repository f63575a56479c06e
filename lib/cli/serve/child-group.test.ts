import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bornAt } from '@/lib/db/embedded/process-identity'
import { startNode } from './child-group'

let folder = ''
const script = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofline-child-'))
  writeFileSync(script('idle.mjs'), 'console.log(process.pid); setInterval(() => {}, 60_000)')
  writeFileSync(
    script('deaf.mjs'),
    "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 60_000)",
  )
  writeFileSync(
    script('parent.mjs'),
    `import { spawn } from 'node:child_process'
     spawn(process.execPath, [${JSON.stringify(script('idle.mjs'))}], { stdio: ['ignore', 'inherit', 'inherit'] })
     setInterval(() => {}, 60_000)`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const firstNumber = async (stream: NodeJS.ReadableStream | null): Promise<number> => {
  if (!stream) throw new Error('no output')
  const [line] = await once(stream, 'data')
  return Number(String(line))
}

describe('a program we started', () => {
  test('ends with everything it started itself', async () => {
    const group = startNode(script('parent.mjs'), [], {})
    const grandchild = await firstNumber(group.process.stdout)
    expect(bornAt(grandchild)).not.toBeNull()
    await group.stop()
    await expect.poll(() => [bornAt(group.pid), bornAt(grandchild)]).toEqual([null, null])
  })

  test('is forced when it does not listen', async () => {
    const group = startNode(script('deaf.mjs'), [], {})
    await firstNumber(group.process.stdout)
    await group.stop(100)
    expect(bornAt(group.pid)).toBeNull()
  })

  test('sees the settings it is given and not those taken away', async () => {
    writeFileSync(script('say.mjs'), 'console.log([process.env.GIVEN, process.env.HOME].join())')
    const group = startNode(script('say.mjs'), [], { GIVEN: 'yes', HOME: undefined })
    const [said] = await once(group.process.stdout ?? process.stdin, 'data')
    expect(String(said).trim()).toBe('yes,')
    expect(await group.ended).toBe(0)
  })

  test('may wait for workers of its own, as a build does', async () => {
    writeFileSync(script('worker.mjs'), "process.once('message', (said) => process.send(said, () => process.exit()))")
    writeFileSync(
      script('forks.mjs'),
      `import { fork } from 'node:child_process'
       const worker = fork(${JSON.stringify(script('worker.mjs'))})
       worker.once('message', (said) => console.log(said))
       setTimeout(() => worker.connected && worker.send('worked'), 500)`,
    )
    const group = startNode(script('forks.mjs'), [], {})
    const [said] = await once(group.process.stdout ?? process.stdin, 'data')
    expect(String(said).trim()).toBe('worked')
    expect(await group.ended).toBe(0)
  })

  test('does not outlive us when we are killed outright', async () => {
    const code = `
      const { startNode } = await import(${JSON.stringify(pathToFileURL(resolve('lib/cli/serve/child-group.ts')).href)})
      const group = startNode(${JSON.stringify(script('idle.mjs'))}, [], {})
      group.process.stdout.pipe(process.stdout)`
    const us = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code])
    const child = await firstNumber(us.stdout)
    expect(bornAt(child)).not.toBeNull()
    us.kill('SIGKILL')
    await expect.poll(() => bornAt(child), { timeout: 5_000 }).toBeNull()
  })
})
