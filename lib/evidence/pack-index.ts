import { csvLine } from '@/lib/incidents/csv-line'
import type { RequirementFramework } from '@/lib/model/requirement'
import type { RequirementOperation } from '@/lib/model/requirement-operation'

/** What a population holds for requirements: how many rows by what they speak to (words between blanks), and the sample. */
export type IndexedPopulation = {
  name: string
  tally: ReadonlyMap<string, number>
  sample: readonly { id: string; speaksTo: string }[]
}

/** A file of the pack and what it speaks to: a capability, or a requirement. */
type IndexedFile = { path: string; speaksTo: string }

type Indexed = {
  framework: RequirementFramework
  operations: readonly RequirementOperation[]
  populations: readonly IndexedPopulation[]
  files: readonly IndexedFile[]
}

const COLUMNS = [
  'requirement',
  'title',
  'coverage',
  'state',
  'quarters',
  'capabilities',
  'checks',
  'population_counts',
  'sample_ids',
  'gaps',
  'files',
]

/**
 * `index.csv`: a row a requirement in the framework's order, with how it was operated quarter by quarter, how many rows
 * of each population speak to it, which of them were sampled, and its files. Titles that may not be given out are empty.
 */
export function packIndex({ framework, operations, populations, files }: Indexed): string {
  const titles = new Map(framework.requirements.map(({ id, title }) => [id, title]))
  const lines = operations.map((operation) => {
    const words = new Set([operation.requirement, ...operation.capabilities, ...operation.checks])
    const speaks = (text: string) => text.split(' ').some((word) => words.has(word)) || words.has(text)
    return csvLine([
      operation.requirement,
      titles.get(operation.requirement) ?? null,
      operation.coverage,
      operation.state,
      operation.quarters.map(({ quarter, state }) => `${quarter}:${state}`).join(' '),
      operation.capabilities.join(' '),
      operation.checks.join(' '),
      populations.map(({ name, tally }) => `${name}:${countOf(tally, speaks)}`).join(' '),
      populations
        .flatMap(({ name, sample }) =>
          sample.filter(({ speaksTo }) => speaks(speaksTo)).map(({ id }) => `${name}/${id}`),
        )
        .join(' '),
      operation.gaps.length,
      files
        .filter(({ speaksTo }) => speaks(speaksTo))
        .map(({ path }) => path)
        .join(' '),
    ])
  })
  return csvLine(COLUMNS) + lines.join('')
}

const countOf = (tally: ReadonlyMap<string, number>, speaks: (text: string) => boolean): number =>
  [...tally].reduce((sum, [text, rows]) => (speaks(text) ? sum + rows : sum), 0)

/** `gaps.csv`: everything an auditor has to know is not there, a row each; without gaps it is the line of names. */
export const packGaps = (operations: readonly RequirementOperation[]): string =>
  csvLine(['requirement', 'kind', 'quarter', 'source', 'detail']) +
  operations
    .flatMap(({ gaps }) => gaps)
    .map(({ requirement, kind, quarter, source, detail }) => csvLine([requirement, kind, quarter, source, detail]))
    .join('')
