import { isCapability } from '@/lib/framework/capabilities'
import type { AssessmentResults } from './assessment-results-shape'
import { controlOfTarget, nistControlId } from './control-of-target'
import { type OscalFault, under } from './oscal-fault'

/**
 * Controls of our catalog or of SP 800-53 whose ids are not as those catalogs write them, in lower case: such an id looks
 * right and names nothing, so what is said of it would be lost.
 */
export function caseFaults({ results }: AssessmentResults): OscalFault[] {
  return results.flatMap((result, i) => {
    const path = under('assessment-results.results', i)
    const findings = (result.findings ?? []).flatMap(({ target }, j) =>
      wrong(target['target-id'], under(under(path, 'findings'), j), 'target.target-id'),
    )
    const selections = result['reviewed-controls']['control-selections'].flatMap((selection, j) =>
      (selection['include-controls'] ?? []).flatMap((one, k) =>
        wrong(
          one['control-id'],
          under(under(under(under(path, 'reviewed-controls.control-selections'), j), 'include-controls'), k),
          'control-id',
        ),
      ),
    )
    return [...selections, ...findings]
  })
}

function wrong(id: string, path: string, field: string): OscalFault[] {
  const control = controlOfTarget(id)
  const written = control.toLowerCase()
  if (control === written) return []
  if (!isCapability(control.toUpperCase()) && nistControlId(written) === null) return []
  return [{ path: under(path, field), reason: `names ${control}, and the catalog writes ${written}` }]
}
