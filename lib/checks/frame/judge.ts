import type { UnknownCause } from '@/lib/model/resource'

/** What a check says about one resource. `skip` leaves it out of the population: the assertion does not concern it. */
export type Judgement =
  | { is: 'pass' }
  | { is: 'fail'; message: string; detail?: Readonly<Record<string, unknown>> }
  | { is: 'undecided'; cause: UnknownCause; operation: string }
  | { is: 'skip' }

export const pass: Judgement = { is: 'pass' }
export const skip: Judgement = { is: 'skip' }
export const fail = (message: string, detail?: Readonly<Record<string, unknown>>): Judgement =>
  detail ? { is: 'fail', message, detail } : { is: 'fail', message }
export const undecided = (cause: UnknownCause, operation: string): Judgement => ({ is: 'undecided', cause, operation })
