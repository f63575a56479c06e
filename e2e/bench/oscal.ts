import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { assessedFacts, runFacts, runFinding } from '@/lib/testing/oscal-facts'
import { resultPieces, wholeText } from '@/lib/testing/oscal-written'
import { atMost, type Figure, noted } from './figure'
import { median } from './quantile'

const OBSERVATIONS = 50_000
const PAGE = 1_000
const ROUNDS = 9
const MOST_OF_STRINGIFYING = 3
/** Uuids that may still be asked for, and what is being written. */
const MOST_HELD_MIB = 32

/** Facts as a database gives them: pages of rows. */
const PAGES = Array.from({ length: OBSERVATIONS / PAGE }, (_, page) =>
  Array.from({ length: PAGE }, (_, row) => runFinding(page * PAGE + row)),
)

async function* pages() {
  yield* PAGES
}

/** From rows to the last piece: ids are derived, observations made, walked, written and hashed on the way. */
const streamed = () => resultPieces(assessedFacts(), runFacts({ findings: pages() }))

/**
 * How long assessment results with fifty thousand observations take from their facts to their last piece, against how long
 * `JSON.stringify` takes of the same tree when it is already built; and how much memory the stream holds at most.
 */
export async function* bench(): AsyncGenerator<Figure> {
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'oscal', metric, value, unit })
  const most = await mostHeld()
  const tree = JSON.parse(await wholeText(streamed())) as object
  const stringify: number[] = []
  const stream: number[] = []
  let length = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    length = JSON.stringify(tree).length
    const stringified = performance.now()
    for await (const piece of streamed()) length -= piece.length
    stringify.push(stringified - began)
    stream.push(performance.now() - stringified)
    // The line that ends the file is all a stream has more than the tree.
    if (length !== -1) throw new Error(`the stream and the tree differ by ${length} characters`)
  }
  yield noted(figure('observations', OBSERVATIONS, 'observations'))
  yield noted(figure('document', JSON.stringify(tree).length / 2 ** 20, 'MiB'))
  yield atMost(MOST_HELD_MIB, figure('memory held while streaming, at most', most / 2 ** 20, 'MiB'))
  yield noted(figure('stringifying the tree (median)', median(stringify), 'ms'))
  yield noted(figure('streaming from facts (median)', median(stream), 'ms'))
  yield atMost(
    MOST_OF_STRINGIFYING,
    figure('streaming against stringifying', median(stream) / median(stringify), 'ratio'),
  )
}

/** Growth of what is in use after collection, seen at every sixteenth piece. */
async function mostHeld(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  let [most, count] = [0, 0]
  for await (const _ of streamed()) {
    count += 1
    if (count % 16 !== 0) continue
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return most
}
