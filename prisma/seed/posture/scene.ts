import type { ConnectionSettings } from '@/lib/model/connection'
import type { FactTypes, ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import type { HandedIn } from '@/lib/services/record-snapshot'
import { seededRandom } from '../random'

/** A synthetic company as a source shows it. */
export type Company = {
  /** Names its numbers: the same name gives the same resources. */
  slug: string
  /** AWS keeps such numbers for its documentation: no real account has them. */
  account: string
  cluster: string
  regions: readonly [string, string]
  /** What it runs, by name. */
  apps: readonly string[]
  /** Share of what may be amiss that is: 1 has every weakness of the story. */
  laxity: number
  /** Weaknesses it has whatever its laxity. */
  admits: readonly string[]
}

/** A source as it is in one of three scenes, 0 the oldest. */
export type Scene = Company & { reading: number; at: Date }

/** In which of the three scenes something is amiss: `##.` was put right before the last, `#.#` came back. */
export type Pattern = '###' | '##.' | '#..' | '..#' | '.##' | '#.#'

/** Whether a weakness of the story is there at this reading. What a careful company avoids, it avoids in all of them. */
export const ails = ({ slug, laxity, admits, reading }: Scene, what: string, pattern: Pattern): boolean =>
  pattern[reading] === '#' && (admits.includes(what) || seededRandom(`${slug} ${what}`).next() < laxity)

const DAY_MS = 86_400_000

/** The instant so many days before the reading. */
export const daysBefore = ({ at }: Scene, days: number): string => new Date(at.getTime() - days * DAY_MS).toISOString()

/** Steady through all readings: what something is called does not change from one to the next. */
export const hexOf = ({ slug }: Scene, what: string, digits = 8): string => {
  const random = seededRandom(`${slug} id ${what}`)
  return Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('')
}

type Where = { account: string; region: string | null; name?: string }

export const resource = <Type extends ResourceType>(
  type: Type,
  id: string,
  { account, region, name = id }: Where,
  facts: FactTypes[Type],
): ResourceOf<Type> => ({ type, id, name, account, region, facts })

/** A connection of a story and what it answered at each reading, oldest first. */
export type ConnectionStory = {
  name: string
  settings: ConnectionSettings
  readings: readonly { at: Date; parts: readonly HandedIn[] }[]
}
