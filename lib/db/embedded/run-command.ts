import { spawn } from 'node:child_process'

/** A user of the operating system. */
export type Account = { uid: number; gid: number }

// Nothing of ours is handed on: neither secrets, which another user could then read, nor PGPORT and its like.
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

/**
 * Runs a program to its end as the given user (null: this one), in a session of its own so that a Ctrl-C meant for us does not cut it
 * short. Never rejects: a program that cannot be started is not `ok`, and `output` says why.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  account: Account | null = null,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
      })
    }
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output: output.trim() }))
  })
}
