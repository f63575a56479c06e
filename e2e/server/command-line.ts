import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the product of this run keeps its data; set by the global setup. */
export function dataDir(): string {
  const { PROOFLINE_E2E_DATA: data } = process.env
  if (!data) throw new Error('PROOFLINE_E2E_DATA is not set: journeys run through playwright.config.ts')
  return data
}

/** Runs a script of ours on this Node and gives the JSON it prints. Throws with what it said when it fails. */
export async function runScript<T>(script: string, ...args: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...args])
  return JSON.parse(stdout) as T
}

/** Runs `proofline` over the data of this run and gives the JSON it prints. */
export const proofline = <T>(...args: readonly string[]): Promise<T> =>
  runScript('lib/cli/main.ts', ...args, '--json', '--data', dataDir())
