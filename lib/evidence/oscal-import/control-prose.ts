import type { Control, Param, Part } from './catalog-shape'
import { type OscalFault, under } from './oscal-fault'

const INSERT = /\{\{\s*insert:\s*param,\s*([^\s{}]+)\s*\}\}/g

/** Parameters may stand within parameters, several times each: without a bound a page of them writes out to terabytes. */
const MOST_INSERTS = 1_000

type Params = { readonly known: ReadonlyMap<string, Param>; left: number }

/**
 * What a control demands: its statement with the items below it, each on a line behind its label, and every parameter
 * written out as its value, its choices or its label. null where it has no statement.
 */
export function controlProse({ parts = [] }: Control, known: ReadonlyMap<string, Param>): string | null {
  const params: Params = { known, left: MOST_INSERTS }
  const lines = parts.filter(({ name }) => name === 'statement').flatMap((part) => linesOf(part, params))
  return lines.length === 0 ? null : lines.join('\n')
}

function linesOf({ prose, props = [], parts = [] }: Part, params: Params): string[] {
  const label = props.find(({ name }) => name === 'label')?.value
  const text = prose === undefined ? '' : written(prose, params, new Set())
  const line = [label, text].filter(Boolean).join(' ')
  return [...(line === '' ? [] : [line]), ...parts.flatMap((part) => linesOf(part, params))]
}

/** A parameter that stands within itself is left as its id. */
function written(prose: string, params: Params, within: ReadonlySet<string>): string {
  return prose.replace(INSERT, (_, id: string) => {
    const param = params.known.get(id)
    params.left -= 1
    if (!param || within.has(id) || params.left < 0) return `[${id}]`
    return valueIn(param, (text) => written(text, params, new Set([...within, id])))
  })
}

function valueIn({ id, values, select, label }: Param, write: (text: string) => string): string {
  if (values && values.length > 0) return values.map(write).join(', ')
  if (select?.choice)
    return `[${select['how-many'] === 'one-or-more' ? 'one or more of' : 'one of'}: ${select.choice.map(write).join('; ')}]`
  return `[${write(label ?? id)}]`
}

/** Parameters that the prose of a control asks for and no part of the catalog gives. */
export function missingParams(parts: readonly Part[], params: ReadonlyMap<string, Param>, path: string): OscalFault[] {
  return parts.flatMap((part, i) => {
    const at = under(path, i)
    const asked = [...(part.prose ?? '').matchAll(INSERT)].flatMap(([, id]) => (id === undefined ? [] : [id]))
    const missing = asked.filter((id) => !params.has(id))
    return [
      ...missing.map((id) => ({
        path: under(at, 'prose'),
        reason: `asks for the parameter ${id}, which there is not`,
      })),
      ...missingParams(part.parts ?? [], params, under(at, 'parts')),
    ]
  })
}
