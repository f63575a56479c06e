import type { FrameworkDetail } from '@/lib/model/framework-detail'
import type { Requirement } from '@/lib/model/requirement'

/** As many as one page of the table holds. */
export const REQUIREMENTS_A_PAGE = 100

export type RequirementsChosen = { mapped?: 'yes' | 'no' | undefined; search?: string | undefined }

/** A requirement with what its document says, and the heading it stands under. */
export type ShownRequirement = Requirement & { heading: string; parent: string | null; text: string | null }

type Shown = { items: ShownRequirement[]; matching: number; next: number | null }

/** The requirements that match, from the given place on; `next` is where the following page begins, null at the end. */
export function requirementsShown(
  { framework, texts }: FrameworkDetail,
  chosen: RequirementsChosen,
  from: number,
): Shown {
  const said = new Map(texts.map((one) => [one.requirement, one]))
  const headings = new Map(framework.groups.map(({ id, title }) => [id, title === null ? id : title]))
  const matching = framework.requirements.filter((one) => matches(one, chosen, said.get(one.id)?.text ?? ''))
  const next = from + REQUIREMENTS_A_PAGE
  const items = matching.slice(from, next).map((one) => ({
    ...one,
    heading: headings.get(one.group) ?? one.group,
    parent: said.get(one.id)?.parent ?? null,
    text: said.get(one.id)?.text ?? null,
  }))
  return { items, matching: matching.length, next: next < matching.length ? next : null }
}

function matches(
  { id, title, capabilities }: Requirement,
  { mapped, search }: RequirementsChosen,
  text: string,
): boolean {
  if (mapped !== undefined && (mapped === 'yes') !== capabilities.length > 0) return false
  if (search === undefined) return true
  const wanted = search.toLowerCase()
  const said = [id, title ?? '', text, ...capabilities.map((one) => one.id)]
  return said.some((one) => one.toLowerCase().includes(wanted))
}
