import { USER_AGENT } from '@/e2e/server/user-agent'
import { paths } from '@/lib/queries/paths'
import { withDataDir } from './data-dir'
import { atMost, type Figure, noted } from './figure'
import { firstByteMs } from './first-byte'
import { npmStart, type Started } from './npm-start'
import { type Cookie, visit } from './page-visit'
import { median } from './quantile'

/** An organization of the demo study. */
const ORG = 'meridian-health'
const SLOW_VISITS = 5
const FIRST_BYTES = 20
const MOST_LCP_SECONDS = 2.5

type Page = { name: string; path: string; mostKib: number }

const SIGN_IN: Page = { name: 'sign-in', path: '/sign-in', mostKib: 160 }
const OVERVIEW: Page = { name: 'overview', path: paths.overview(ORG), mostKib: 320 }

const SIGNED_IN: readonly Page[] = [
  { name: 'incidents', path: paths.incidents(ORG), mostKib: 220 },
  { name: 'audits', path: paths.audits(ORG), mostKib: 220 },
  { name: 'assessments', path: paths.assessments(ORG), mostKib: 220 },
  { name: 'deployments', path: paths.deployments(ORG), mostKib: 220 },
  { name: 'imports', path: paths.imports(ORG), mostKib: 220 },
  OVERVIEW,
  { name: 'maturity', path: paths.maturity(ORG), mostKib: 320 },
  { name: 'outcomes', path: paths.outcomes(ORG), mostKib: 320 },
  { name: 'portfolio', path: paths.portfolio(), mostKib: 320 },
  { name: 'import wizard', path: paths.importIncidents(ORG), mostKib: 320 },
]

/**
 * What a page costs a browser that was never here before, with the demo study loaded: KiB of JavaScript, as `gzip -9` of
 * the very files it loads, and for the overview the largest contentful paint on a slow link (Lighthouse's slow 4G and a
 * processor four times slower, median of five) and the time to the first byte over a new connection.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withDataDir((dir) => npmStart(dir, weigh))
}

async function weigh({ url, link }: Started): Promise<Figure[]> {
  const cookie = await sessionFrom(link)
  const weights = [await weight(url, SIGN_IN, undefined)]
  for (const page of SIGNED_IN) weights.push(await weight(url, page, cookie))
  return [...weights, ...(await speed(new URL(OVERVIEW.path, url).href, cookie))]
}

async function weight(origin: string, { name, path, mostKib }: Page, cookie: Cookie | undefined): Promise<Figure> {
  const { scripts } = await visit(new URL(path, origin).href, { cookie })
  const kib = scripts.reduce((sum, script) => sum + script.kib, 0)
  return atMost(mostKib, { bench: 'weight', metric: `JavaScript of ${name}`, value: kib, unit: 'KiB' })
}

async function speed(url: string, cookie: Cookie): Promise<Figure[]> {
  const paints: number[] = []
  for (let run = 0; run < SLOW_VISITS; run += 1) paints.push((await visit(url, { cookie, slow: true })).lcpMs / 1000)
  const firstBytes: number[] = []
  for (let run = 0; run < FIRST_BYTES; run += 1) firstBytes.push(await firstByteMs(url, cookie))
  return [
    atMost(MOST_LCP_SECONDS, {
      bench: 'weight',
      metric: 'largest contentful paint of overview, slow link',
      value: median(paints),
      unit: 's',
    }),
    noted({ bench: 'weight', metric: 'first byte of overview', value: median(firstBytes), unit: 'ms' }),
  ]
}

/** Uses a one-time link up and gives the session it opened. */
async function sessionFrom(link: string): Promise<Cookie> {
  const answer = await fetch(link, { redirect: 'manual', headers: { 'user-agent': USER_AGENT } })
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]*-session)=([^;]+)/.exec(cookie) ?? []
    if (name && value) return { name, value }
  }
  throw new Error(`the link answered ${answer.status} and opened no session`)
}
