import { AppError, type Problem } from '@/lib/kernel/app-error'
import type { OscalExportQuery, OscalModel } from '@/lib/model/oscal-export'

/** What each model is made of. */
const TAKES: Readonly<Record<OscalModel, readonly (keyof OscalExportQuery)[]>> = {
  catalog: ['framework'],
  'component-definition': [],
  mapping: ['framework'],
  'assessment-plan': ['assessment', 'run', 'framework'],
  'assessment-results': ['assessment', 'run', 'framework'],
  poam: ['assessment', 'framework'],
}

/** Throws invalid, naming each field, when a model was asked of something it is not made of, or of nothing it needs. */
export function refuseChoice(model: OscalModel, query: OscalExportQuery): void {
  const takes = TAKES[model]
  const given = (['assessment', 'run', 'framework'] as const).filter((field) => query[field] !== undefined)
  const problems: Problem[] = given
    .filter((field) => !takes.includes(field))
    .map((field) => ({ field, reason: `is nothing that ${model} is made of` }))
  const subjects = given.filter((field) => field !== 'framework')
  if (takes.includes('assessment') && subjects.length !== 1)
    problems.push({ field: 'assessment', reason: takes.includes('run') ? 'or run: name one of the two' : 'is needed' })
  const [first] = problems
  if (first) throw new AppError('invalid', { detail: `${first.field} ${first.reason}.`, problems })
}
