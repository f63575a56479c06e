import { spawn } from 'node:child_process'
import { childEnvironment } from '@/lib/env'

/** What a finished program leaves behind. `output` is empty when it was shown while it ran. */
export type Outcome = { code: number; output: string; seconds: number }

type How = {
  /** Show the output as it comes instead of keeping it. */
  live?: boolean
  /** Added to the environment of the program. */
  settings?: Readonly<Record<string, string>>
}

/**
 * Runs a program and waits for its end; it sees Ctrl-C as this process does.
 * A program that cannot be started or is killed has a code other than 0 and says so in its output; nothing is thrown.
 */
export function run(
  program: string,
  args: readonly string[],
  { live = false, settings = {} }: How = {},
): Promise<Outcome> {
  const began = performance.now()
  const shown = live ? 'inherit' : 'pipe'
  const child = spawn(program, args, { stdio: ['ignore', shown, shown], env: childEnvironment(settings) })
  const parts: string[] = []
  child.stdout?.on('data', (part) => parts.push(String(part)))
  child.stderr?.on('data', (part) => parts.push(String(part)))
  return new Promise((resolve) => {
    const finish = (code: number) =>
      resolve({ code, output: parts.join(''), seconds: (performance.now() - began) / 1000 })
    child.on('error', (error) => {
      parts.push(`${program} could not be started: ${error.message}\n`)
      finish(127)
    })
    child.on('close', (code, signal) => {
      if (signal) parts.push(`${program} was stopped by ${signal}\n`)
      finish(code ?? 1)
    })
  })
}

/** Runs an installed tool by its command name with the very Node that runs us, whatever the machine's own is. */
export const runTool = (name: string, args: readonly string[], how?: How): Promise<Outcome> =>
  run(process.execPath, [`node_modules/.bin/${name}`, ...args], how)
