import { WalkLedger } from './walk-ledger'
import { isOneLine, walkText } from './walk-text'

/** A property with nothing to look up: what most of a large document consists of, so it is judged without a path. */
const isPlainProperty = (property: unknown): boolean => {
  const { name, value, uuid } = property as { name?: unknown; value?: unknown; uuid?: unknown }
  return typeof name === 'string' && typeof value === 'string' && uuid === undefined && isOneLine(value)
}

/** Something a document must not say, where it says it (keys and places from the root, by slashes) and why. */
export type OscalFault = { path: string; reason: string }

/**
 * A walk over a document that comes in parts: `enter` and `leave` an object or list, `see` a part that is whole. `faults`
 * are those so far; `end` adds the references that lead nowhere. It keeps the uuids it met and nothing else, and at most a
 * hundred faults.
 */
export function oscalWalk() {
  const trail: string[] = []
  const ledger = new WalkLedger(trail)

  const visit = (value: unknown, key: string, holder: string): void => {
    if (typeof value === 'string') walkText(ledger, value, key, holder)
    else if (value === null || value === undefined) ledger.fault('holds nothing; what is not there is left out')
    else if (Array.isArray(value)) list(value, key, holder)
    else if (typeof value === 'object') fields(value as Record<string, unknown>, key)
  }
  const fields = (object: Record<string, unknown>, key: string): void => {
    for (const name in object) {
      trail.push(name)
      visit(object[name], name, key)
      trail.pop()
    }
  }
  // What stands in a list is known by the list's name.
  const list = (values: readonly unknown[], key: string, holder: string): void => {
    if (key === 'props' && values.every(isPlainProperty)) return
    if (values.length === 0) ledger.fault('is an empty list; it is left out instead')
    for (let i = 0; i < values.length; i += 1) {
      trail.push(String(i))
      visit(values[i], key, holder)
      trail.pop()
    }
  }

  return {
    enter(key: string): void {
      trail.push(key)
    },
    leave(): void {
      trail.pop()
    },
    see(key: string, value: unknown): void {
      const holder = trail.findLast((one) => Number.isNaN(Number(one))) ?? ''
      trail.push(key)
      // A place in a list has no name of its own.
      visit(value, Number.isNaN(Number(key)) ? key : holder, holder)
      trail.pop()
    },
    faults: (): readonly OscalFault[] => ledger.faults,
    end: (): readonly OscalFault[] => ledger.close(),
  }
}

/**
 * What is wrong with a whole document of ours in ways its JSON schema cannot see: references to nothing, uuids twice or in upper
 * case, controls that the catalog does not have, another version, relationships that are none. Empty when nothing is.
 */
export function walkOscal(document: object): readonly OscalFault[] {
  const walk = oscalWalk()
  for (const [key, value] of Object.entries(document)) walk.see(key, value)
  return walk.end()
}
