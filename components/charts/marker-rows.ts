export type MarkerLabel = { row: number; side: 'right' | 'left' }

const CHARACTER_PX = 6.4
const DOT_PX = 10

/**
 * Rows for labels that stand beside vertical lines. A line hangs down from its label, so a label goes below every
 * earlier one that reaches over its place, and back to the top where none does; it looks left when it would leave the
 * plot. `at` and `right` are in pixels, labels in order of `at`.
 */
export function markerRows(labels: readonly { at: number; label: string }[], right: number): MarkerLabel[] {
  const taken: { row: number; from: number; to: number }[] = []
  return labels.map(({ at, label }) => {
    const width = DOT_PX + label.length * CHARACTER_PX
    const side = at + width > right ? 'left' : 'right'
    const from = side === 'right' ? at - DOT_PX / 2 : at - width
    const to = side === 'right' ? at + width : at + DOT_PX / 2
    const above = taken.filter((other) => other.from < to && from < other.to).map((other) => other.row)
    const row = above.length === 0 ? 0 : Math.max(...above) + 1
    taken.push({ row, from, to })
    return { row, side }
  })
}
