import type { CustomContent, CustomRequirement } from '@/lib/model/custom-framework'
import { MOST_FAULTS, type OscalFault, under } from './oscal-fault'
import type { Import, Selection } from './profile-shape'

type Selected = { requirements: readonly CustomRequirement[]; faults: readonly OscalFault[] }

/**
 * The controls of a catalog that one import of a profile asks for, in the catalog's order: all of them, those named, those
 * that fit a pattern, with the controls within them where it says so; then less those it excludes. An import that says
 * neither takes all (NIST, profile resolution). An id the catalog does not have is a fault.
 */
export function selectControls({ requirements }: CustomContent, given: Import, path: string): Selected {
  const tree = treeOf(requirements)
  const includes = given['include-controls']
  const included = given['include-all'] || !includes ? null : idsOf(tree, includes, under(path, 'include-controls'))
  const excluded = idsOf(tree, given['exclude-controls'] ?? [], under(path, 'exclude-controls'))
  const both = given['include-all'] && includes
  return {
    requirements: requirements.filter(({ id }) => (included?.ids.has(id) ?? true) && !excluded.ids.has(id)),
    faults: [
      ...(both
        ? [{ path: under(path, 'include-all'), reason: 'stands beside include-controls; one of them counts' }]
        : []),
      ...(included?.faults ?? []),
      ...excluded.faults,
    ],
  }
}

type Tree = { ids: ReadonlySet<string>; children: ReadonlyMap<string, readonly string[]> }

function treeOf(requirements: readonly CustomRequirement[]): Tree {
  const children = new Map<string, string[]>()
  for (const { id, parent } of requirements)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), id])
  return { ids: new Set(requirements.map(({ id }) => id)), children }
}

function idsOf(tree: Tree, selections: readonly Selection[], path: string) {
  const faults: OscalFault[] = []
  const ids = new Set<string>()
  const add = (id: string, withChildren: boolean): void => {
    ids.add(id)
    if (withChildren) for (const child of tree.children.get(id) ?? []) add(child, true)
  }
  for (const [i, selection] of selections.entries()) {
    const at = under(path, i)
    const withChildren = selection['with-child-controls'] === 'yes'
    for (const [j, id] of (selection['with-ids'] ?? []).entries()) {
      if (tree.ids.has(id)) add(id, withChildren)
      else if (faults.length < MOST_FAULTS)
        faults.push({ path: under(under(at, 'with-ids'), j), reason: missing(tree, id) })
    }
    for (const { pattern } of selection.matching ?? [])
      for (const id of tree.ids) if (fits(id, pattern)) add(id, withChildren)
  }
  return { ids, faults }
}

function missing({ ids }: Tree, id: string): string {
  const written = [...ids].find((one) => one.toLowerCase() === id.toLowerCase())
  return `names ${id}, and the catalog has no such control${written ? `; it writes ${written}` : ''}`
}

/** `*` stands for any text and `?` for one character, as NIST's profiles match control ids. */
function fits(text: string, pattern: string): boolean {
  let [at, from, star, mark] = [0, 0, -1, 0]
  while (at < text.length) {
    if (pattern[from] === '*') [star, mark, from] = [from, at, from + 1]
    else if (pattern[from] === '?' || pattern[from] === text[at]) [at, from] = [at + 1, from + 1]
    else if (star >= 0) {
      mark += 1
      ;[at, from] = [mark, star + 1]
    } else return false
  }
  return /^\**$/.test(pattern.slice(from))
}
