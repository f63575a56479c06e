import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { childEnvironment } from '@/lib/env'
import { AppError } from '@/lib/kernel/app-error'
import type { Report, ReportLook } from '@/lib/reports/report'
import type { DrawOrder } from './draw-report'

const FONTS = 'node_modules/@fontsource/inter/files'
const SCRIPT = 'lib/services/draw-report.ts'
/** Nothing compiles the script before it runs. */
const LOADER = 'node_modules/tsx/dist/loader.mjs'
/** A long report takes some seconds of one processor; more at a time would be slower for all. */
const AT_ONCE = 2
const PATIENCE_MS = 300_000

const inRoot = (path: string): string => join(/* turbopackIgnore: true */ process.cwd(), path)

let drawing = 0
const waiting: (() => void)[] = []

/**
 * A report as the bytes of a PDF; the same report and look give the same bytes. It is drawn by a process of its own, two
 * at a time, because a long one takes seconds in which whoever serves pages must not stand still. Throws internal.
 */
export async function reportPdf(report: Report, look: ReportLook): Promise<Uint8Array> {
  if (drawing >= AT_ONCE) await new Promise<void>((next) => waiting.push(next))
  drawing += 1
  try {
    const logo = look.logo && { ...look.logo, data: Buffer.from(look.logo.data).toString('base64') }
    return await drawn({ report, look: { ...look, logo }, fontFolder: inRoot(FONTS) })
  } finally {
    drawing -= 1
    waiting.shift()?.()
  }
}

async function drawn(order: DrawOrder): Promise<Uint8Array> {
  const child = spawn(process.execPath, ['--import', pathToFileURL(inRoot(LOADER)).href, inRoot(SCRIPT)], {
    cwd: inRoot('.'),
    env: childEnvironment({ DATABASE_URL: undefined, PROOFLINE_KEY: undefined }),
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  })
  const ended = new Promise<number | null>((resolve, fail) => child.once('error', fail).once('close', resolve))
  // A child that ended early closes its input; how it ended says more than that.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(order))
  const [content, said, code] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended])
  if (code === 0 && content.subarray(0, 5).toString('latin1') === '%PDF-') return content
  throw new AppError('internal', {
    reason: `drawing a report ended with ${code}: ${said.toString('utf8').slice(-2000)}`,
  })
}
