import { type APIRequestContext, expect, test } from '@playwright/test'
import type { Role } from '@/lib/model/actor'
import { PAGES } from '../pages/page-list'
import { requestsWith } from '../server/api'
import { type Cast, everythingOf, MARK, newCast } from './cast'
import { CALLS, knock } from './requests'
import { doors } from './routes'
import { DOORS_A_SESSION, EVERY_ROLE, type Standing, type Visitor, visitors } from './standings'

/** A door of the organization: an operation of the API or an address of a page, and which roles it opens to. */
type Cell = {
  name: string
  roles: readonly Role[]
  isPage: boolean
  byAnother?: boolean
  try: (as: APIRequestContext) => Promise<{ status: number; text: string }>
}

const READERS = EVERY_ROLE
const WRITERS: readonly Role[] = ['assessor', 'admin']

/** What a stranger, and somebody whose session is over, is to be answered. */
const expected = (cell: Cell, standing: Standing | 'nobody'): number => {
  if (standing === 'other') return 404
  return cell.isPage ? 307 : 401
}

async function cellsOf(mark: string): Promise<{ cast: Cast; cells: Cell[] }> {
  const cast = await newCast('matrix', mark)
  const { holdings } = cast
  // In the order of the calls: an owner reads first, then changes, then removes.
  const operations = Object.entries(CALLS).flatMap(([name, { roles, byAnother }]): Cell[] => {
    const door = doors.find((one) => one.name === name)
    if (!door) return []
    const isRead = door.method === 'GET'
    return [
      {
        name,
        roles: roles ?? (isRead ? READERS : WRITERS),
        isPage: false,
        byAnother,
        try: async (as) => told(await knock(as, door, holdings)),
      },
    ]
  })
  const pages = Object.entries(PAGES)
    .filter(([file]) => file.includes('[org]'))
    .flatMap(([, { addresses, needs, roles }]) =>
      addresses(holdings).map(
        (address): Cell => ({
          name: address,
          roles: roles ?? (needs === 'write' ? WRITERS : READERS),
          isPage: true,
          try: async (as) => told(await as.get(address)),
        }),
      ),
    )
  return { cast, cells: [...pages, ...operations] }
}

const told = async (answer: { status(): number; text(): Promise<string>; headers(): Record<string, string> }) => ({
  status: answer.status(),
  text: `${await answer.text()} ${JSON.stringify(answer.headers())}`,
})

/** Tries every door, or those of the pages or of the API alone, as one visitor and says what was answered wrongly. */
async function visit(
  { role, standing, cookies }: Visitor,
  all: readonly Cell[],
  pagesOnly?: boolean,
): Promise<string[]> {
  const cells = all.filter(({ isPage }) => pagesOnly === undefined || isPage === pagesOnly)
  const faults: string[] = []
  for (const [place, cookie] of cookies.entries()) {
    const context = await requestsWith({ cookie })
    for (const cell of cells.slice(place * DOORS_A_SESSION, (place + 1) * DOORS_A_SESSION)) {
      const { status, text } = await cell.try(context)
      const right = standing === 'own' ? isRightForOwn(cell, role, status) : status === expected(cell, standing)
      if (!right) faults.push(`${cell.name} as ${standing} ${role}: ${status} ${text.slice(0, 160)}`)
      if (standing !== 'own' && text.includes(MARK))
        faults.push(`${cell.name} told ${standing} ${role} about the victim`)
    }
    await context.dispose()
  }
  return faults
}

/** Whoever may enter is not refused; what they ask for may be in no state for it by then. Whoever may not is told so. */
function isRightForOwn({ roles, isPage, byAnother }: Cell, role: Role, status: number): boolean {
  if (!roles.includes(role)) return status === (isPage ? 404 : 403)
  return status < 400 || (!isPage && [404, 409, 422].includes(status)) || (byAnother === true && status === 403)
}

test('every role, at every standing, at every door of the API and of the pages', async () => {
  test.setTimeout(480_000)
  const [{ cast, cells }, stranger] = await Promise.all([cellsOf(MARK), newCast('elsewhere', 'Ordinary')])
  const where = { own: cast.holdings.org, elsewhere: stranger.holdings.org, doors: cells.length }
  const before = await everythingOf(cast)
  const began = Date.now()
  const faults: string[] = []
  const strangers = await visitors(where, ['other', 'expired', 'revoked'])
  for (const pair of pairs(strangers)) faults.push(...(await Promise.all(pair.map((one) => visit(one, cells)))).flat())
  // A proof stays fresh for minutes, so members come when it is their turn; those who can change something come last.
  const members = await visitors(where, ['own'])
  for (const one of members) faults.push(...(await visit(one, cells, true)))
  for (const one of members) {
    if (one.role === 'assessor') expect(await everythingOf(cast)).toEqual(before)
    faults.push(...(await visit(one, cells, false)))
  }
  faults.push(...(await nobody(cells)))
  const tried = (strangers.length + members.length + 1) * cells.length
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  // The bench reads this line.
  console.log(`isolation matrix: ${tried} cells, ${faults.length} faults, ${seconds} s`)
  expect(faults).toEqual([])
})

async function nobody(cells: readonly Cell[]): Promise<string[]> {
  const context = await requestsWith()
  const faults: string[] = []
  for (const cell of cells) {
    const { status, text } = await cell.try(context)
    if (status !== expected(cell, 'nobody') || text.includes(MARK)) faults.push(`${cell.name} as nobody: ${status}`)
  }
  await context.dispose()
  return faults
}

const pairs = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, place) => all.slice(place * 2, place * 2 + 2))
