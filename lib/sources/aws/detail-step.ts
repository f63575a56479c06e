import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { Cursor, Step } from '@/lib/sources/collect/collector'
import { Asker, present } from './asker'
import type { AwsUnit } from './aws-unit'
import { inParallel } from './in-parallel'
import { capReached, type ListPage, withinCap } from './list-step'
import type { AwsOperation } from './operations'

type Options = { abortSignal: AbortSignal }

type DetailStep<Key extends Cursor> = {
  operation: AwsOperation
  /** What is asked about each item besides. */
  details: readonly AwsOperation[]
  /** Items asked about at a time. */
  atOnce: number
  /** Asks for a page of the list, as what is needed to ask about each item. */
  ask: (token: string | undefined, options: Options) => Promise<ListPage<Key> & { $metadata?: unknown }>
  /** Asks about one item; nothing when it is gone or of no concern. */
  read: (key: Key, asker: Asker) => Promise<readonly AnyResource[]>
}

type Place = { pending: readonly Cursor[]; token: string | null; read: number }

function placeOf(cursor: Cursor): Place | null {
  if (cursor === null) return null
  const { pending, token, read } = cursor as Partial<Place>
  if (!Array.isArray(pending) || token === undefined || typeof read !== 'number') {
    throw new Error('the cursor is not one of a list with details')
  }
  return { pending, token, read }
}

/**
 * A step that reads a list and then asks about each item, some at a time. The cursor holds what of a page of the list is
 * left, so a run that goes on in another process asks nothing again that is stored.
 */
export function detailStep<Key extends Cursor>(unit: AwsUnit, spec: DetailStep<Key>): Step {
  const { operation, details } = spec
  return {
    operation,
    operations: [operation, ...details],
    async read(cursor, context) {
      const asker = new Asker(context)
      const before = placeOf(cursor)
      const place = before && before.pending.length > 0 ? before : await nextPage(unit, spec, asker, before)
      // On record even where there was nothing to ask them about.
      for (const detail of details) asker.count(detail, 0)
      const chunk = place.pending.slice(0, unit.sizes.chunk) as Key[]
      const pending = place.pending.slice(chunk.length)
      const found = await inParallel(chunk, spec.atOnce, (key) => spec.read(key, asker))
      const isLast = pending.length === 0 && place.token === null
      return asker.facts(found.flat(), isLast ? null : { ...place, pending })
    },
  }
}

async function nextPage<Key extends Cursor>(
  unit: AwsUnit,
  { operation, ask }: DetailStep<Key>,
  asker: Asker,
  before: Place | null,
): Promise<Place> {
  const page = await asker.page(operation, (options) => ask(before?.token ?? undefined, options))
  const { kept, read, full } = withinCap(unit, present(page.items, operation), before?.read ?? 0)
  asker.count(operation, kept.length)
  const isFull = read >= unit.sizes.cap
  if (full || (isFull && page.next)) asker.incomplete(operation, capReached(unit))
  return { pending: kept, token: isFull ? null : page.next || null, read }
}
