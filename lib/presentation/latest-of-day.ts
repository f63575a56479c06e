import type { Day } from '@/lib/model/instant'

/**
 * Whether an approved result is the one its day is known by: of several for one day the one approved last. For filtering
 * a list in the order they were approved in, oldest day first.
 */
export const isLatestOfDay = <Point extends { asOf: Day }>(
  point: Point,
  place: number,
  all: readonly Point[],
): boolean => all[place + 1]?.asOf !== point.asOf
