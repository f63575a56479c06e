import type { Gap } from '@/lib/model/requirement-operation'

/** Gaps of one kind that concern the same quarters; no quarter is the whole period. */
export type GapGroup = { kind: Gap['kind']; quarters: readonly string[]; details: readonly string[] }

/** As many as a row of a page holds well. */
const TOGETHER = 8

/**
 * A requirement's gaps, the same sentence said once with all its quarters, and sentences about the same quarters in one
 * row. Nothing is dropped: every gap is one of these sentences in one of these quarters.
 */
export function gapsTogether(gaps: readonly Gap[]): GapGroup[] {
  const said = new Map<string, { kind: Gap['kind']; detail: string; quarters: string[] }>()
  for (const { kind, detail, quarter } of gaps) {
    const one = said.get(`${kind} ${detail}`) ?? { kind, detail, quarters: [] }
    if (quarter !== null && !one.quarters.includes(quarter)) one.quarters.push(quarter)
    said.set(`${kind} ${detail}`, one)
  }
  const groups = new Map<string, GapGroup & { details: string[] }>()
  for (const { kind, detail, quarters } of said.values()) {
    const key = `${kind} ${quarters.join(' ')}`
    const group = groups.get(key) ?? { kind, quarters, details: [] }
    group.details.push(detail)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap(({ details, ...group }) =>
    Array.from({ length: Math.ceil(details.length / TOGETHER) }, (_, at) => ({
      ...group,
      details: details.slice(at * TOGETHER, (at + 1) * TOGETHER),
    })),
  )
}
