import type { CustomContent, CustomRequirement } from '@/lib/model/custom-framework'
import { Catalog, type Control, type Group, type Param } from './catalog-shape'
import { controlProse, missingParams } from './control-prose'
import { type OscalFault, under } from './oscal-fault'
import { shapeFaults } from './read-document'

const MOST_CONTROLS = 5_000

/** What a control says itself of other controls: targets of its links outside the catalog, and values of its properties. */
export type ControlHints = { links: readonly string[]; props: readonly { name: string; value: string }[] }

export type ReadCatalog = {
  content: CustomContent
  hints: ReadonlyMap<string, ControlHints>
  /** Controls that the catalog says are no longer in force; they are left out. */
  withdrawn: number
}

/**
 * Groups and controls of a catalog, in its order and with the controls within controls. The group of a control is the
 * nearest one around it. Faults carry the path; a catalog without a control in force, or with more than 5,000, is one.
 */
export function readCatalog(root: unknown, path = 'catalog'): ReadCatalog | { faults: readonly OscalFault[] } {
  const shaped = shapeFaults(Catalog, root, path)
  if (shaped.length > 0) return { faults: shaped }
  const catalog = Catalog.parse(root)
  const reading = new Reading(new Map(paramsOf(catalog).map((param) => [param.id, param])))
  reading.controls(catalog.controls, { group: '', parent: null, path: under(path, 'controls') })
  reading.groups(catalog.groups, under(path, 'groups'))
  const { content, hints, withdrawn, faults } = reading
  const { requirements } = content
  if (requirements.length === 0) faults.push({ path, reason: 'holds no control that is in force' })
  if (requirements.length > MOST_CONTROLS)
    faults.push({ path, reason: `holds ${requirements.length} controls; ${MOST_CONTROLS} can be read` })
  return faults.length > 0 ? { faults } : { content, hints, withdrawn }
}

const isWithdrawn = ({ props = [] }: Control): boolean =>
  props.some(({ name, value }) => name === 'status' && value.toLowerCase() === 'withdrawn')

/** Of the whole catalog: a control may ask for a parameter that stands with another, or with the group around it. */
function paramsOf({ params = [], groups = [], controls = [] }: Pick<Group, 'params' | 'groups' | 'controls'>): Param[] {
  return [
    ...params,
    ...controls.flatMap((control) => paramsOf({ ...control, groups: [] })),
    ...groups.flatMap(paramsOf),
  ]
}

type Place = Pick<CustomRequirement, 'group' | 'parent'> & { path: string }

class Reading {
  readonly content: CustomContent = { groups: [], requirements: [] }
  readonly hints = new Map<string, ControlHints>()
  readonly faults: OscalFault[] = []
  withdrawn = 0

  constructor(private readonly params: ReadonlyMap<string, Param>) {}

  groups(groups: readonly Group[] = [], path: string): void {
    for (const [i, { id, title, controls, groups: inner }] of groups.entries()) {
      const at = under(path, i)
      const group = id ?? `group-${this.content.groups.length + 1}`
      this.content.groups.push({ id: group, title })
      this.controls(controls, { group, parent: null, path: under(at, 'controls') })
      this.groups(inner, under(at, 'groups'))
    }
  }

  controls(controls: readonly Control[] = [], { group, parent, path }: Place): void {
    for (const [i, control] of controls.entries()) {
      const at = under(path, i)
      const isLeftOut = isWithdrawn(control)
      if (isLeftOut) this.withdrawn += 1
      else this.control(control, { group, parent, path: at })
      this.controls(control.controls, { group, parent: isLeftOut ? parent : control.id, path: under(at, 'controls') })
    }
  }

  private control(control: Control, { group, parent, path }: Place): void {
    const { id, title, parts = [], links = [], props = [] } = control
    this.faults.push(...missingParams(parts, this.params, under(path, 'parts')))
    this.content.requirements.push({ id, title, group, parent, text: controlProse(control, this.params) })
    this.hints.set(id, {
      links: links.map(({ href }) => href).filter((href) => !href.startsWith('#')),
      props: props.map(({ name, value }) => ({ name, value })),
    })
  }
}
