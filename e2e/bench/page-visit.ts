import { gzipSync } from 'node:zlib'
import { type Browser, type CDPSession, chromium, type Page, type Response } from '@playwright/test'
import { USER_AGENT } from '@/e2e/server/user-agent'
import { CHROMIUM_ARGS, findOrInstallChromium } from '@/lib/cli/chromium'

/** Lighthouse's "slow 4G" as it is applied to requests, on a processor four times slower. */
const SLOW = {
  offline: false,
  latency: 562.5,
  downloadThroughput: ((1638.4 * 1024) / 8) * 0.9,
  uploadThroughput: (675 * 1024) / 8,
}
const SLOWER_CPU = 4
const QUIET_MS = 2_000
const LOAD_MS = 60_000

export type Script = { url: string; kib: number }

/** What one visit with an empty cache loaded and how long it took. */
export type Visit = { scripts: Script[]; lcpMs: number; ttfbMs: number }

/** The name and value of a session cookie. */
export type Cookie = { name: string; value: string }

/** Opens a page in a browser that was never used before. Throws when it does not answer 200 at that very address. */
export async function visit(url: string, options: { cookie?: Cookie; slow?: boolean }): Promise<Visit> {
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(process.env.CHROMIUM),
    args: [...CHROMIUM_ARGS],
  })
  try {
    return await open(browser, url, options)
  } finally {
    await browser.close()
  }
}

async function open(browser: Browser, url: string, options: { cookie?: Cookie; slow?: boolean }): Promise<Visit> {
  const context = await browser.newContext({ userAgent: USER_AGENT, viewport: { width: 1350, height: 940 } })
  if (options.cookie) await context.addCookies([{ ...options.cookie, url: new URL(url).origin }])
  const page = await context.newPage()
  if (options.slow) await slowDown(await context.newCDPSession(page))
  await page.addInitScript(watchPaint)
  const weighing: Promise<Script>[] = []
  page.on('response', (response) => {
    if (isScript(response)) weighing.push(weigh(response))
  })
  const calm = untilCalm(page)
  const response = await page.goto(url, { waitUntil: 'load', timeout: LOAD_MS })
  if (response?.status() !== 200 || page.url() !== url) {
    throw new Error(`${url} answered ${response?.status()} at ${page.url()}`)
  }
  await calm
  return { scripts: await Promise.all(weighing), ...(await page.evaluate(paintTimes)) }
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
}

const isScript = (response: Response): boolean =>
  response.request().resourceType() === 'script' || /\.m?js$/.test(new URL(response.url()).pathname)

async function weigh(response: Response): Promise<Script> {
  return { url: response.url(), kib: gzipSync(await response.body(), { level: 9 }).byteLength / 1024 }
}

/** Fulfilled once nothing was asked of the network and nothing came from it for two seconds. */
function untilCalm(page: Page): Promise<void> {
  return new Promise((resolve) => {
    let open = 0
    let timer: NodeJS.Timeout | undefined
    const settle = (change: number) => {
      open += change
      clearTimeout(timer)
      if (open === 0) timer = setTimeout(resolve, QUIET_MS)
    }
    page.on('request', () => settle(1))
    page.on('requestfinished', () => settle(-1))
    page.on('requestfailed', () => settle(-1))
  })
}

declare global {
  var prooflineLargestPaint: number | undefined
}

/** Runs in the page before anything of its own. */
function watchPaint(): void {
  new PerformanceObserver((list) => {
    globalThis.prooflineLargestPaint = list.getEntries().at(-1)?.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
}

/** Runs in the page. */
function paintTimes(): { lcpMs: number; ttfbMs: number } {
  const [navigation] = performance.getEntriesByType('navigation')
  const timing = navigation instanceof PerformanceNavigationTiming ? navigation : null
  return {
    lcpMs: globalThis.prooflineLargestPaint ?? Number.NaN,
    ttfbMs: timing ? timing.responseStart - timing.requestStart : Number.NaN,
  }
}
