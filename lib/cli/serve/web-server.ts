import { setTimeout as wait } from 'node:timers/promises'
import { knownSecrets } from '@/lib/env/known-secrets'
import { AppError } from '@/lib/kernel/app-error'
import { NEXT } from './build'
import { type ChildGroup, startNode } from './child-group'
import { redactedLines } from './redacted-lines'

export type WebOptions = {
  mode: 'start' | 'dev'
  host: string
  port: number
  /** The environment of the server, on top of ours. */
  settings: Readonly<Record<string, string | undefined>>
  /** Where its standard output goes. */
  output: NodeJS.WritableStream
}

const STAMP_PEER = new URL('./stamp-peer.mjs', import.meta.url).href
const POLL_MS = 50
const ANSWER_MS = 60_000
const READY_MS = 180_000

/**
 * Starts Next and returns once it answers that it is ready. What it prints before that is shown only when it fails; from
 * then on its output goes where ours goes. Throws `unavailable` when it ends or stays silent for three minutes.
 */
export async function startWeb(options: WebOptions, started: (web: ChildGroup) => void): Promise<ChildGroup> {
  const { mode, host, port, settings, output } = options
  const environment = {
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ...settings,
  }
  const web = startNode(NEXT, [mode, '-p', String(port), '-H', host], environment, [STAMP_PEER])
  started(web)
  const early: string[] = []
  const keep = (part: unknown) => early.push(String(part))
  web.process.stdout?.on('data', keep)
  web.process.stderr?.on('data', keep)
  const over = new AbortController()
  void web.ended.then(() => over.abort())
  const answered = await ready(host, port, over.signal)
  if (!answered) {
    throw new AppError('unavailable', { detail: `The web server did not become ready.\n${early.join('')}` })
  }
  web.process.stdout?.off('data', keep).pipe(redactedLines(knownSecrets())).pipe(output)
  web.process.stderr?.off('data', keep).pipe(redactedLines(knownSecrets())).pipe(process.stderr)
  return web
}

async function ready(host: string, port: number, over: AbortSignal): Promise<boolean> {
  const address = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/api/health/ready`
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline && !over.aborted) {
    const response = await fetch(url, { signal: AbortSignal.any([over, AbortSignal.timeout(ANSWER_MS)]) }).catch(
      () => null,
    )
    if (response?.status === 200) return true
    await wait(POLL_MS)
  }
  return false
}
