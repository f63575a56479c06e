import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'

/** What a page of findings shows. Without a word in the address it is what is open. */
export type FindingsShown = { filter: FindingFilter; sort: FindingSort }

export const SHOWN_STATES = ['open', 'accepted', 'expired', 'resolved', 'all'] as const
export type ShownState = (typeof SHOWN_STATES)[number]

type Narrowed = Pick<FindingFilter, 'state' | 'exception'>

const NARROWED: Record<ShownState, Narrowed> = {
  open: { state: 'open' },
  accepted: { state: 'open', exception: 'in-force' },
  expired: { state: 'open', exception: 'expired' },
  resolved: { state: 'resolved' },
  all: {},
}

/** Which of the page's states a filter is. */
export function shownAs({ state, exception }: Narrowed): ShownState {
  if (exception === 'in-force') return 'accepted'
  if (exception === 'expired') return 'expired'
  return state ?? 'all'
}

/** The filter of a page whose address says `state`; what it does not say is `open`. */
export const narrowedTo = (state: string | undefined): Narrowed =>
  NARROWED[SHOWN_STATES.find((one) => one === state) ?? 'open']

/** What the page's address says of it; the order and the state that need no word are left out. */
export function findingsQuery(
  { filter, sort }: FindingsShown,
  state = shownAs(filter),
): Record<string, string | undefined> {
  const { state: _, exception: __, ...rest } = filter
  return { state: state === 'open' ? undefined : state, ...rest, sort: sort === 'severity' ? undefined : sort }
}
