import type { ResourceOf, ResourceType } from '@/lib/model/facts/fact-types'
import { bestOf } from '../frame/best-of'
import { evaluateExistence } from '../frame/evaluate-existence'
import type { Evaluation } from '../frame/evaluation'
import { fail, type Judgement } from '../frame/judge'
import type { ScopeFacts } from '../frame/scope-facts'
import { regionPlaces } from './places'

type Regions<Type extends ResourceType> = {
  facts: ScopeFacts
  type: Type
  /** What lists the type; a region where it was not read in full is undecided. */
  operation: string
  judge: (one: ResourceOf<Type>) => Judgement
  /** What a region is told that has none of the type. */
  missing: (region: string) => string
}

/** Asks of each region of the run whether one resource of a type is there and holds. */
export function evaluateRegions<Type extends ResourceType>({
  facts,
  type,
  operation,
  judge,
  missing,
}: Regions<Type>): Evaluation {
  const found = Map.groupBy(facts.of(type), ({ region }) => region)
  return evaluateExistence({
    places: regionPlaces(facts),
    gaps: facts.gaps([operation]),
    judge: ({ region }) => bestOf((found.get(region) ?? []).map(judge), fail(missing(region))),
  })
}
