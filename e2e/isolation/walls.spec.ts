import { type APIRequestContext, expect, test } from '@playwright/test'
import { PAGES } from '../pages/page-list'
import { cookieOf, requestsAt } from '../server/api'
import { type Cast, MARK, newCast } from './cast'
import { knock } from './requests'
import { doors } from './routes'
import { type WallServers, wallServers } from './wall-servers'

const WALLS = [
  ['row-level security alone', 'rowSecurityAlone'],
  ['query scoping alone', 'scopingAlone'],
] as const satisfies [string, keyof WallServers][]

const items = doors.filter(({ path }) => path.includes('{org}') && path.includes('{id}'))
const lists = doors.filter(({ path, method }) => method === 'GET' && path.includes('{org}') && !path.includes('{id}'))
const pages = Object.entries(PAGES).filter(([file]) => file.includes('[org]'))

let servers: Awaited<ReturnType<typeof wallServers>>
let victim: Cast
let attacker: Cast

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  ;[servers, victim, attacker] = await Promise.all([
    wallServers(),
    newCast('victim', MARK),
    newCast('attacker', 'Ordinary'),
  ])
})
test.afterAll(() => servers.stop())

async function asAttacker<T>(origin: string, work: (context: APIRequestContext) => Promise<T>): Promise<T> {
  const context = await requestsAt(origin, { cookie: cookieOf(attacker.session('admin')) })
  return work(context).finally(() => context.dispose())
}

/** The attacker's own addresses with everything in them that can be named put in from the victim's side. */
async function leaksOf(context: APIRequestContext): Promise<{ cells: number; leaks: string[] }> {
  const { org } = attacker.holdings
  const foreign = { ...victim.holdings, org }
  const leaks: string[] = []
  let cells = 0
  const look = async (name: string, asked: ReturnType<typeof knock>, refused: boolean) => {
    const answer = await asked
    cells++
    const text = `${await answer.text()} ${JSON.stringify(answer.headers())}`
    if (text.includes(MARK)) leaks.push(`${name} told about the victim`)
    if (refused && answer.status() !== 404) leaks.push(`${name} answered ${answer.status()}`)
  }
  for (const door of items) await look(door.name, knock(context, door, victim.holdings, org), true)
  for (const door of lists) await look(door.name, knock(context, door, attacker.holdings), false)
  for (const [file, page] of pages) {
    for (const address of page.addresses(foreign)) {
      await look(address, context.get(address), /\[(deployment|assessment|member|connection|run)\]/.test(file))
    }
  }
  await look('/portfolio', context.get('/portfolio'), false)
  return { cells, leaks }
}

for (const [name, wall] of WALLS) {
  test(`with ${name} the attacker reaches nothing of the victim’s`, async () => {
    const { cells, leaks } = await asAttacker(servers[wall], leaksOf)
    // The bench reads this line.
    console.log(`${name}: ${cells} cells, ${leaks.length} leaks`)
    expect(leaks).toEqual([])
  })
}

test('with neither the attacker reaches it, so what is tried here can fail', async () => {
  const { leaks } = await asAttacker(servers.neither, leaksOf)
  expect(leaks.filter((leak) => leak.includes('told about')).length).toBeGreaterThan(5)
})
