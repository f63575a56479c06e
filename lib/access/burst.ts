import type { RiskKind } from '@/lib/model/risk-signal'

/** What is counted one by one until there is too much of it. */
export const TALLIES = ['denial', 'export'] as const
export type Tally = (typeof TALLIES)[number]

type Burst = {
  becomes: RiskKind
  windowSeconds: number
  /** How many times within the window; and how much in them altogether, where that counts. */
  times: number
  amount: number
}

/** Ten refusals in five minutes; twenty exports, or half a million rows in them, in ten. */
export const BURSTS: Readonly<Record<Tally, Burst>> = {
  denial: { becomes: 'denial-burst', windowSeconds: 300, times: 10, amount: Number.POSITIVE_INFINITY },
  export: { becomes: 'mass-export', windowSeconds: 600, times: 20, amount: 500_000 },
}

/** Whether what was counted within the window is a burst. */
export const isBurst = (tally: Tally, { times, amount }: { times: number; amount: number }): boolean =>
  times >= BURSTS[tally].times || amount >= BURSTS[tally].amount
