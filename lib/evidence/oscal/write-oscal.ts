import { AppError } from '@/lib/kernel/app-error'
import type { Digest } from '@/lib/kernel/digest'
import { derivedId } from '@/lib/kernel/id'
import type { OscalModel } from '@/lib/model/oscal-export'
import { OSCAL_ROOTS, type OscalObject } from './oscal-object'
import { isStreamed, OpenObject } from './oscal-stream'
import { type OscalFault, oscalWalk, walkOscal } from './walk-oscal'

/** A SHA-256 that is fed piece by piece; `hex` ends it. */
export type RunningDigest = { update: (text: string) => void; hex: () => string }

/** As much as is gathered before it is given out, in UTF-16 code units. */
const PIECE = 64 * 1024

/** Our own document would have said something untrue of itself: nothing for whoever asked, all of it for the log. */
function refuse(model: OscalModel, faults: readonly OscalFault[]): void {
  if (faults.length === 0) return
  const told = faults.map(({ path, reason }) => `${path} ${reason}`).join('; ')
  throw new AppError('internal', { reason: `${model} was not given out: ${told}` })
}

const uuidOf = (model: OscalModel, sha256: string): string => derivedId('oscal-document', model, sha256)

/**
 * A small document as its one text, walked before anybody sees it. Its uuid is derived from everything else in it, so that
 * it changes when the content does and only then. Throws internal, naming path and reason, when a reference dangles.
 */
export function oscalText(model: OscalModel, body: OscalObject, sha256: Digest): string {
  const root = OSCAL_ROOTS[model]
  const uuid = uuidOf(model, sha256(JSON.stringify(body)))
  const document = { [root]: { uuid, ...body } }
  refuse(model, walkOscal(document))
  return `${JSON.stringify(document)}\n`
}

/**
 * A document whose lists are written as they come, so that its size costs no memory but that of its uuids. It is walked on
 * the way: what is wrong where it stands ends the pieces there, a reference to nothing ends them before the last one. The
 * uuid comes last, because it is derived from what was written before it. Throws internal as oscalText does.
 */
export async function* oscalPieces(model: OscalModel, body: OpenObject, digest: RunningDigest): AsyncGenerator<string> {
  const root = OSCAL_ROOTS[model]
  const walk = oscalWalk()
  walk.enter(root)
  let gathered = `{"${root}":`
  for await (const text of openText(body, walk)) {
    gathered += text
    if (gathered.length < PIECE) continue
    refuse(model, walk.faults())
    digest.update(gathered)
    yield gathered
    gathered = ''
  }
  digest.update(gathered)
  const uuid = uuidOf(model, digest.hex())
  walk.see('uuid', uuid)
  walk.leave()
  refuse(model, walk.end())
  yield `${gathered.slice(0, -1)},"uuid":"${uuid}"}}\n`
}

type Walk = ReturnType<typeof oscalWalk>

/** An object with streamed parts, its closing brace a text of its own at the end. */
async function* openText({ fields }: OpenObject, walk: Walk): AsyncGenerator<string> {
  let separator = '{'
  for (const key in fields) {
    const value = fields[key]
    const name = `${separator}${JSON.stringify(key)}:`
    if (isStreamed(value)) {
      let begun = false
      walk.enter(key)
      for await (const text of listText(value, walk)) {
        yield begun ? text : `${name}${text}`
        begun = true
      }
      walk.leave()
      if (!begun) continue
    } else if (value instanceof OpenObject) {
      walk.enter(key)
      yield name
      yield* openText(value, walk)
      walk.leave()
    } else if (value === undefined) {
      continue
    } else {
      walk.see(key, value)
      yield `${name}${JSON.stringify(value)}`
    }
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}

/** As many items as become one text: fewer cost calls, more cost the collector of garbage. */
const AT_ONCE = 50

/** Whole items that follow each other at once, which is quickest; nothing at all for a list without any. */
async function* listText(pages: AsyncIterable<readonly (OscalObject | OpenObject)[]>, walk: Walk) {
  let written = 0
  const text = (items: readonly OscalObject[]): string => {
    const before = written === 0 ? '[' : ','
    written += items.length
    return before + JSON.stringify(items).slice(1, -1)
  }
  for await (const page of pages) {
    let whole: OscalObject[] = []
    for (const item of page) {
      const at = String(written + whole.length)
      if (item instanceof OpenObject) {
        if (whole.length > 0) yield text(whole)
        whole = []
        yield written === 0 ? '[' : ','
        written += 1
        walk.enter(at)
        yield* openText(item, walk)
        walk.leave()
      } else {
        walk.see(at, item)
        whole.push(item)
        if (whole.length < AT_ONCE) continue
        yield text(whole)
        whole = []
      }
    }
    if (whole.length > 0) yield text(whole)
  }
  if (written > 0) yield ']'
}
