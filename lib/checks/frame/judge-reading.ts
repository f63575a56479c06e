import { isUnread, type Reading } from '@/lib/model/resource'
import { type Judgement, undecided } from './judge'

/** Judges a field that took a call of its own; undecided with the call's cause where it was not read. */
export const judgeReading = <T>(reading: Reading<T>, judge: (value: T) => Judgement): Judgement =>
  isUnread(reading) ? undecided(reading.unread, reading.operation) : judge(reading.value)

/** Judges a field that the operation's reply should hold; where it does not, the source does not offer it. */
export const judgeField = <T>(value: T | null, operation: string, judge: (value: T) => Judgement): Judgement =>
  value === null ? undecided('unsupported', operation) : judge(value)
