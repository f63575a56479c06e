import type { PackContent } from '@/lib/db/pack-content'
import type { Population } from '@/lib/db/repositories/pack-population'
import { type PopulationPlace, type PopulationRow, populationParameters } from '@/lib/db/repositories/pack-reader'
import { sha256 } from '@/lib/db/sha256'
import type { IndexedPopulation } from '@/lib/evidence/pack-index'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { byId, SAMPLING_METHOD, SAMPLING_WORDS, sampler } from '@/lib/evidence/pack-sampling'
import { csvLine } from '@/lib/incidents/csv-line'
import { AppError } from '@/lib/kernel/app-error'
import type { Sampling } from '@/lib/model/pack-manifest'
import { jsonText, MEDIA, type PackPiece, streamedPiece, textPiece } from './pack-piece'
import type { PopulationReader } from './pack-place'
import { POPULATIONS } from './pack-population-list'

/** A population as it was written, with what was drawn from it. */
export type WrittenPopulation = IndexedPopulation & { words: string; rows: number; sha256: string; pieces: PackPiece[] }

type Writing = {
  reader: PopulationReader
  organizationId: string
  asked: PopulationPlace
  sampling: Sampling
  /** In whose name the queries were run. */
  runner: string
  spool: () => string
  signal: AbortSignal
  /** Told of every row, by population. */
  onRow: (population: string, row: PopulationRow) => void
  /** Told once all rows of a population are written. */
  onWritten: (population: string) => void
}

/** Writes every population, its query and its sample, and last the selection of all of them. */
export async function packPopulations(
  writing: Writing,
): Promise<{ populations: WrittenPopulation[]; pieces: PackPiece[] }> {
  const populations: WrittenPopulation[] = []
  for (const population of POPULATIONS) {
    writing.signal.throwIfAborted()
    populations.push(await written(population, writing))
    writing.onWritten(population.name)
  }
  const selection = await textPiece(PACK_PATHS.selection, MEDIA.json, selectionText(populations, writing.sampling))
  return { populations, pieces: [...populations.flatMap(({ pieces }) => pieces), selection] }
}

async function written(population: Population, writing: Writing): Promise<WrittenPopulation> {
  const { name, words, columns } = population
  const { sampling, spool } = writing
  const chosen = sampling.chosen[name]
  const isChosen = new Set(chosen)
  const drawing = sampler<PopulationRow>(sha256, { seed: sampling.seed, size: sampling.size, population: name })
  const picked: PopulationRow[] = []
  const tally = new Map<string, number>()
  let rows = 0
  const seen = (row: PopulationRow) => {
    rows += 1
    if (population.speaksBy !== null) {
      const text = speaksTo(population, row)
      tally.set(text, (tally.get(text) ?? 0) + 1)
    }
    if (chosen === undefined) drawing.offer(row)
    else if (isChosen.has(row.id)) picked.push(row)
    writing.onRow(name, row)
  }
  const list = await streamedPiece(PACK_PATHS.population(name), MEDIA.csv, csv(population, writing, seen), spool())
  const counted = await writing.reader.count(population)
  const sample = chosen === undefined ? drawing.drawn() : byId(picked)
  const lines = sample.map((row) => lineOf(columns, row)).join('')
  return {
    name,
    words,
    rows,
    sha256: list.made.sha256,
    tally,
    sample: sample.map((row) => ({ id: row.id, speaksTo: population.speaksBy ? speaksTo(population, row) : '' })),
    pieces: [
      list,
      await textPiece(
        PACK_PATHS.populationQuery(name),
        MEDIA.json,
        queryText(population, writing, { rows, counted, list: list.made }),
      ),
      await textPiece(PACK_PATHS.sample(name), MEDIA.csv, csvLine([...columns]) + lines),
    ],
  }
}

async function* csv(
  { columns, ...population }: Population,
  { reader, signal }: Writing,
  seen: (row: PopulationRow) => void,
) {
  yield csvLine([...columns])
  for await (const page of reader.rows({ columns, ...population })) {
    signal.throwIfAborted()
    for (const row of page) seen(row)
    yield page.map((row) => lineOf(columns, row)).join('')
  }
}

const lineOf = (columns: readonly string[], row: PopulationRow): string =>
  csvLine(columns.map((column) => row[column] ?? null))

const speaksTo = ({ speaksBy }: Population, row: PopulationRow): string => String(row[speaksBy ?? ''] ?? '')

type Count = { rows: number; counted: number; list: PackContent }

/** How a list was made, so that whoever has the database can make it again and whoever has not can judge it. */
function queryText(
  { name, words, note, sql }: Population,
  { organizationId, asked, runner }: Writing,
  { rows, counted, list }: Count,
) {
  if (rows !== counted) {
    throw new AppError('unavailable', {
      reason: `population ${name} was counted as ${counted} rows and written with ${rows}`,
    })
  }
  return jsonText({
    population: name,
    words,
    query: sql,
    parameters: populationParameters(organizationId, asked),
    runAt: asked.asOf,
    runBy: runner,
    rows,
    counted,
    sha256: list.sha256,
    completeness: `The query was run over everything the organization holds. Its rows were counted by a statement of their own: ${counted}, as many as were written. ${note}`,
  })
}

const selectionText = (populations: readonly WrittenPopulation[], { seed, size, chosen }: Sampling): string =>
  jsonText({
    seed,
    size,
    method: SAMPLING_METHOD,
    words: SAMPLING_WORDS,
    populations: Object.fromEntries(
      populations.map(({ name, rows, sha256: of, sample }) => [
        name,
        { sha256: of, rows, selected: chosen[name] ? 'chosen' : 'drawn', ids: sample.map(({ id }) => id) },
      ]),
    ),
  })
