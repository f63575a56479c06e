import { type ChildProcess, spawn } from 'node:child_process'
import { childEnvironment } from '@/lib/env'

const GENTLE_MS = 5_000

/** A program we started, in a process group of its own: it gets no Ctrl-C from the terminal, it is stopped by us. */
export type ChildGroup = {
  pid: number
  process: ChildProcess
  /** Fulfilled with the exit code when it ends, for whatever reason. */
  ended: Promise<number>
  /** Ends the program and everything it started: asked first, forced when it takes longer than five seconds. */
  stop(patienceMs?: number): Promise<void>
}

// Runs inside the child before anything else: when we are killed outright, it ends as well instead of holding the port.
// Our channel alone does not keep it alive. What it forks inherits the tie, and must live on the channel to its own parent.
const TIE = `data:text/javascript,process.once('disconnect',()=>process.exit(1));if(process.ppid===${process.pid})process.channel?.unref()`

/**
 * Starts a script on this very Node, after the modules named by the addresses in `before`. Its standard output and error
 * are pipes the caller must read.
 */
export function startNode(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string | undefined>>,
  before: readonly string[] = [],
): ChildGroup {
  const imports = [TIE, ...before].flatMap((address) => ['--import', address])
  const child = spawn(process.execPath, [...imports, script, ...args], {
    env: childEnvironment(settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  const pid = child.pid ?? 0
  return { pid, process: child, ended, stop: (patienceMs = GENTLE_MS) => stopGroup(pid, ended, patienceMs) }
}

async function stopGroup(pid: number, ended: Promise<unknown>, patienceMs: number): Promise<void> {
  signalGroup(pid, 'SIGTERM')
  let force: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    force = setTimeout(resolve, patienceMs)
  })
  await Promise.race([ended, patience])
  clearTimeout(force)
  // Also when the leader has ended: what it started may still be there.
  signalGroup(pid, 'SIGKILL')
  await ended
}

/** Signals a process group; one that is gone is no failure. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    if (pid > 1) process.kill(-pid, signal)
  } catch {
    // Already gone.
  }
}
