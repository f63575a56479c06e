import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same pid: `born` tells when it began, and in which boot. */
export type ProcessIdentity = { pid: number; born: string }

const isLinux = process.platform === 'linux'
const AFTER_NAME = 2
const STATE = 0
const START_TICKS = 19

/** When a running process began, or null when there is none. A zombie has ended; only its parent has not noticed yet. */
export function bornAt(pid: number): string | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  try {
    return isLinux ? bornOnLinux(pid) : bornElsewhere(pid)
  } catch {
    return null
  }
}

/** proc(5): the name stands in parentheses and may hold spaces, so fields are counted from the last one. */
function bornOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + AFTER_NAME).split(' ')
  if (fields[STATE] === 'Z' || fields[STATE] === 'X') return null
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[START_TICKS]}`
}

function bornElsewhere(pid: number): string | null {
  const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  const [state = 'Z', ...started] = line.split(/\s+/)
  return state.startsWith('Z') ? null : started.join(' ')
}

/** The command line of a running process, or null when it cannot be read. */
export function commandLine(pid: number): string | null {
  try {
    return isLinux
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return null
  }
}

export function identityOf(pid: number): ProcessIdentity | null {
  const born = bornAt(pid)
  return born === null ? null : { pid, born }
}

export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, born: bornAt(process.pid) ?? 'unknown' })

export const isRunning = ({ pid, born }: ProcessIdentity): boolean => bornAt(pid) === born
