import type { CustomFramework, CustomFrameworkFacts } from '@/lib/model/custom-framework'
import { customFrameworkId, type RequirementFramework } from '@/lib/model/requirement'

/** A name longer than this does not stand in a column head. */
const SHORT = 24

/** What a chooser shows where the name is too long: the name itself, else the slug. */
export const shortNameOf = ({ name, slug }: Pick<CustomFrameworkFacts, 'name' | 'slug'>): string =>
  name.length <= SHORT ? name : slug

/**
 * An organization's own framework as one to be audited against, in the order of its document. A requirement nobody has
 * mapped speaks to no capability. Controls outside every group stand under the heading with the empty id.
 */
export function customRequirementFramework(custom: CustomFramework): RequirementFramework {
  const { slug, name, version, content, mapping } = custom
  const mapped = new Map(mapping.map(({ requirement, capabilities }) => [requirement, capabilities]))
  const used = new Set(content.requirements.map(({ group }) => group))
  const headings = used.has('') ? [{ id: '', title: null }, ...content.groups] : content.groups
  return {
    id: customFrameworkId(slug),
    name,
    shortName: shortNameOf(custom),
    version,
    wording: 'titles',
    groups: headings.filter(({ id }) => used.has(id)),
    requirements: content.requirements.map(({ id, title, group }) => ({
      id,
      title,
      group,
      capabilities: mapped.get(id) ?? [],
    })),
  }
}
