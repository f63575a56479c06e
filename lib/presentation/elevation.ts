import type { Elevation, ElevationState } from '@/lib/model/elevation'
import { roleName } from './role'
import { capitalized, countWord } from './wording'

type StateLook = { text: string; tone: 'neutral' | 'accent' | 'warn' }

const STATES: Record<ElevationState, StateLook> = {
  requested: { text: 'waits', tone: 'warn' },
  approved: { text: 'counts now', tone: 'accent' },
  refused: { text: 'refused', tone: 'neutral' },
  withdrawn: { text: 'withdrawn', tone: 'neutral' },
  lapsed: { text: 'not answered in time', tone: 'neutral' },
  expired: { text: 'over', tone: 'neutral' },
  ended: { text: 'ended early', tone: 'neutral' },
}

export const elevationState = (state: ElevationState): StateLook => STATES[state]

export const hoursText = (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`

/** `Administrator for 2 hours, instead of viewer`. */
export const elevationLine = ({ role, hours, fromRole }: Pick<Elevation, 'role' | 'hours' | 'fromRole'>): string =>
  `${roleName(role)} for ${hoursText(hours)}, instead of ${roleName(fromRole).toLowerCase()}`

/** What the page says: who counts as more than they are, and who waits. */
export function elevationsTitle(elevations: readonly Pick<Elevation, 'state'>[], isReader: boolean): string {
  const count = (state: ElevationState) => elevations.filter((one) => one.state === state).length
  const [raised, waiting] = [count('approved'), count('requested')]
  if (!isReader) {
    return raised > 0 ? 'You have a higher role for now' : waiting > 0 ? 'Your request waits' : 'You have your own role'
  }
  if (raised + waiting === 0) return 'Nobody has more than their own role'
  const parts = [
    raised > 0 ? `${countWord(raised)} ${raised === 1 ? 'member has' : 'members have'} a higher role for now` : null,
    waiting > 0 ? `${countWord(waiting)} ${waiting === 1 ? 'request waits' : 'requests wait'} for an answer` : null,
  ]
  return capitalized(parts.filter((part) => part !== null).join(', '))
}
