import { withDataDir } from './data-dir'
import { atMost, type Figure, noted } from './figure'
import { npmStart } from './npm-start'
import { median } from './quantile'

const STARTS = 3
const MOST_SECONDS = 10

/**
 * Seconds from `npm start` to its ready line over a data directory that a first start has filled, when nothing is left to
 * install, build, migrate or load. Ready means that the server answered its own readiness probe, database included.
 */
export async function* bench(): AsyncGenerator<Figure> {
  yield* await withDataDir(async (dir) => {
    const first = await secondsToReady(dir)
    const again: number[] = []
    for (let start = 0; start < STARTS; start += 1) again.push(await secondsToReady(dir))
    const measured = (metric: string, value: number) => ({ bench: 'start', metric, value, unit: 's' })
    return [
      noted(measured('first start to ready, packages installed', first)),
      atMost(MOST_SECONDS, measured('second start to ready', median(again))),
    ]
  })
}

const secondsToReady = (dir: string): Promise<number> => npmStart(dir, async ({ seconds }) => seconds)
