import type { Digest } from '@/lib/kernel/digest'

/** How rows are drawn, by name; any change to it takes a new number. */
export const SAMPLING_METHOD = 'sha256-rank/1'
/** The same for whoever wants to draw them anew. */
export const SAMPLING_WORDS =
  'The rank of a row is the SHA-256 of the seed, a line feed, the name of the population, a line feed and the id of the row; the rows with the smallest ranks are drawn.'

type Drawn<Row> = { rank: string; row: Row }

/**
 * Draws `size` rows of a population while they pass by, in memory that does not grow with it. Which rows depends on the
 * seed, the population's name and the ids alone: neither their order nor anything else in them, so anybody can draw them
 * again. `drawn` gives them by id.
 */
export function sampler<Row extends { id: string }>(
  digest: Digest,
  { seed, size, population }: { seed: string; size: number; population: string },
) {
  const kept: Drawn<Row>[] = []
  return {
    offer(row: Row): void {
      if (size === 0) return
      const rank = digest(`${seed}\n${population}\n${row.id}`)
      const last = kept.at(-1)
      if (kept.length === size && last !== undefined && rank >= last.rank) return
      kept.splice(placeOf(kept, rank), 0, { rank, row })
      if (kept.length > size) kept.pop()
    },
    drawn: (): Row[] => byId(kept.map(({ row }) => row)),
  }
}

/** In the order of their ids (code units). */
export const byId = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

function placeOf(kept: readonly { rank: string }[], rank: string): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((kept[middle]?.rank ?? '') < rank) low = middle + 1
    else high = middle
  }
  return low
}
