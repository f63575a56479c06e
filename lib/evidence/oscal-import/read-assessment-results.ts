import { type AssessmentResult, AssessmentResults } from './assessment-results-shape'
import { caseFaults } from './case-faults'
import type { OscalFault } from './oscal-fault'
import { readOscal, readOscalText, shapeFaults } from './read-document'

type Read = { results: readonly AssessmentResult[] } | { faults: readonly OscalFault[] }

/** Assessment results from their text; every fault with its path. Throws nothing. */
export const readAssessmentResults = (text: string): Read => resultsOf(readOscalText(text))

/** The same from a value that was parsed already. */
export const assessmentResultsOf = (value: unknown): Read => resultsOf(readOscal(value))

function resultsOf(document: ReturnType<typeof readOscal>): Read {
  if ('faults' in document) return document
  const { model, root } = document
  if (model !== 'assessment-results')
    return { faults: [{ path: model, reason: `is an OSCAL ${model}; assessment results are read here` }] }
  const faults = shapeFaults(AssessmentResults, root, model)
  if (faults.length > 0) return { faults }
  const results = AssessmentResults.parse(root)
  const misspelt = caseFaults(results)
  return misspelt.length > 0 ? { faults: misspelt } : { results: results.results }
}
