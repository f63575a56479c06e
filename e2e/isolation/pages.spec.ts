import { type APIRequestContext, expect, test } from '@playwright/test'
import { PAGES, type Place } from '../pages/page-list'
import { cookieOf, requestsWith } from '../server/api'
import { type Cast, MARK, newCast } from './cast'

const pages = Object.entries(PAGES).filter(([file]) => file.includes('[org]'))
/** Every address of every page of an organization. */
const addresses = (place: Place): string[] => pages.flatMap(([, page]) => page.addresses(place))

let victim: Cast
let attacker: Cast

test.beforeAll(async () => {
  ;[victim, attacker] = await Promise.all([newCast('victim', MARK), newCast('attacker', 'Ordinary')])
})

async function asAttacker<T>(work: (context: APIRequestContext) => Promise<T>): Promise<T> {
  const context = await requestsWith({ cookie: cookieOf(attacker.session('admin')) })
  return work(context).finally(() => context.dispose())
}

/** As the router of the product asks for a page alone, claiming to hold its layouts: their checks are not run then. */
function pageOnly(address: string): Record<string, string> {
  const segments = new URL(address, 'http://x').pathname.split('/').slice(1)
  const [org = '', ...rest] = segments
  const page = ['__PAGE__', {}, null, 'refetch']
  const inner = rest.reduceRight<unknown>((child, segment) => [segment, { children: child }], page)
  const tree = ['', { children: ['(app)', { children: [['org', org, 'd', null], { children: inner }] }] }]
  return { rsc: '1', 'next-router-state-tree': encodeURIComponent(JSON.stringify(tree)) }
}

/** What comes back, after the redirect that adds the router's own parameter. */
async function bodyOf(context: APIRequestContext, address: string, headers: Record<string, string>): Promise<string> {
  const first = await context.get(address, { headers })
  const { location } = first.headers()
  return location === undefined ? first.text() : (await context.get(location, { headers })).text()
}

test('every page of another organization looks absent, in its title and in its body', async () => {
  await asAttacker(async (context) => {
    for (const address of addresses(victim.holdings)) {
      const response = await context.get(address)
      expect(response.status(), address).toBe(404)
      expect(await response.text(), address).not.toContain(MARK)
    }
  })
})

test('a page asked for without its layouts tells no more', async () => {
  await asAttacker(async (context) => {
    const own = `/${attacker.holdings.org}`
    expect(await bodyOf(context, own, pageOnly(own))).toContain('Ordinary')
    for (const address of addresses(victim.holdings)) {
      for (const headers of [{ rsc: '1' }, pageOnly(address)])
        expect(await bodyOf(context, address, headers), address).not.toContain(MARK)
    }
  })
})

test('what another organization holds cannot be opened through one’s own address', async () => {
  const { org } = attacker.holdings
  const { org: _, ...theirs } = victim.holdings
  const named = pages
    .filter(([file]) => /\[(deployment|assessment|member|connection|run|finding)\]/.test(file))
    .flatMap(([, page]) => page.addresses({ org, ...theirs }))
  const asked = ['', '/maturity', '/outcomes'].map((page) => `/${org}${page}?deployment=${theirs.deployment}`)
  await asAttacker(async (context) => {
    for (const address of [...named, ...asked]) {
      const response = await context.get(address)
      expect(response.status(), address).toBe(404)
      expect(await response.text(), address).not.toContain(MARK)
    }
    const lists = [
      '/portfolio',
      `/${org}/assessments?deployment=${theirs.deployment}`,
      `/${org}/incidents?search=${MARK}-1`,
    ]
    for (const address of lists) {
      const text = await (await context.get(address)).text()
      expect(text.replaceAll(`${MARK}-1`, ''), address).not.toContain(MARK)
    }
  })
})

test('nobody and a stale cookie are led to the sign-in page from everywhere', async () => {
  for (const who of [undefined, { cookie: 'proofline-session=stale' }]) {
    const context = await requestsWith(who)
    for (const address of ['/portfolio', '/organizations/new', ...addresses(victim.holdings)]) {
      const response = await context.get(address)
      expect([response.status(), response.headers().location], address).toEqual([307, '/sign-in'])
      expect(await response.text(), address).not.toContain(MARK)
    }
    await context.dispose()
  }
})

test('a viewer of the organization opens what is for reading and nothing else', async () => {
  const context = await requestsWith({ cookie: cookieOf(attacker.session('viewer')) })
  for (const [file, page] of pages) {
    for (const address of page.addresses(attacker.holdings)) {
      const isClosed = page.needs === 'write' || !(page.roles ?? ['viewer']).includes('viewer')
      expect((await context.get(address)).status(), file).toBe(isClosed ? 404 : 200)
    }
  }
  await context.dispose()
})
