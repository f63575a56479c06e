import type { FrameworkImportReport } from '@/lib/model/framework-import'
import type { FrameworkSummary } from '@/lib/model/framework-summary'
import type { Requirement } from '@/lib/model/requirement'
import { countText } from './number'

const requirementsText = (n: number): string => `${countText(n)} ${n === 1 ? 'requirement' : 'requirements'}`

/** How many frameworks there are to be audited against, and whose they are. */
export function frameworksTitle(frameworks: readonly Pick<FrameworkSummary, 'own'>[]): string {
  const own = frameworks.filter((one) => one.own !== null).length
  const all = `${countText(frameworks.length)} frameworks to be audited against`
  if (own === 0) return `${all}, none of them your own yet`
  return `${all}, ${own === 1 ? 'one' : countText(own)} of them your own`
}

/** What there is to do about a framework: how many of its requirements speak to nothing yet. */
export function mappedText({ requirements, mapped }: Pick<FrameworkSummary, 'requirements' | 'mapped'>): string {
  const left = requirements - mapped
  if (left === 0)
    return requirements === 1
      ? 'Its one requirement is mapped to capabilities'
      : `All ${requirementsText(requirements)} are mapped to capabilities`
  return `${countText(left)} of ${requirementsText(requirements)} ${left === 1 ? 'is' : 'are'} mapped to no capability`
}

type Label = Requirement['capabilities'][number]['label']

const MEANINGS: Record<Label, string> = {
  reviewed: 'a practitioner reviewed it',
  corroborated: 'an independent source supports it',
  judgement: 'by judgement alone, from the crosswalk or the document',
  own: 'said by this organization',
}

/** How far a mapping can be relied upon. */
export const mappingMeaning = (label: Label): string => MEANINGS[label]

type Done = Pick<FrameworkImportReport, 'withdrawn' | 'ignored' | 'replaced' | 'added' | 'dropped'>

/** What an import left out or changed, one sentence each; empty when it took the document as it is and anew. */
export function importRemarks({ withdrawn, ignored, replaced, added, dropped }: Done): string[] {
  const { parameters, alterations, merge } = ignored
  return [
    ...(replaced === null
      ? []
      : [`It takes the place of version ${replaced}: ${countText(added)} new, ${countText(dropped.length)} gone.`]),
    ...(withdrawn === 0 ? [] : [`${countText(withdrawn)} controls that the document withdraws are left out.`]),
    ...(parameters + alterations === 0
      ? []
      : [
          `The profile sets ${countText(parameters)} parameters and alters ${countText(alterations)} controls, which is not done: statements read as in their catalog.`,
        ]),
    ...(merge ? ['The profile arranges its controls anew; they keep the order of their catalogs.'] : []),
  ]
}
