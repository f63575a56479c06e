import { z } from 'zod'
import { generalFaults } from './general-faults'
import { readJsonText } from './json-text'
import { type OscalFault, under } from './oscal-fault'
import { referenceFaults } from './reference-faults'

/** Models that can be taken in, and those that are told apart to be refused with their name. */
const TAKEN = ['catalog', 'profile', 'assessment-results'] as const
export type TakenModel = (typeof TAKEN)[number]
const OTHERS: readonly string[] = [
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'plan-of-action-and-milestones',
  'mapping-collection',
]
const CAN_BE_TAKEN = 'a catalog, a profile and assessment results can be imported'
const VERSION = /^1\.[0-2]\.\d+$/

const Metadata = z.looseObject({
  title: z.string().min(1),
  'last-modified': z.string(),
  version: z.string().min(1),
  'oscal-version': z.string(),
})
const Root = z.looseObject({ uuid: z.string(), metadata: Metadata })

/** A document of which all is known that its own model does not say: whole, in order, and its references lead somewhere. */
export type OscalDocument = { model: TakenModel; uuid: string; title: string; version: string; root: unknown }

/**
 * A document from its text: OSCAL JSON of 1.0 to 1.2. Every fault comes with its path in the document; with any of them
 * nothing of it may be used. Models that cannot be taken in are refused by name.
 */
export function readOscalText(text: string): OscalDocument | { faults: readonly OscalFault[] } {
  const read = readJsonText(text)
  return 'faults' in read ? read : readOscal(read.value)
}

/** The same from a value that was parsed already. */
export function readOscal(value: unknown): OscalDocument | { faults: readonly OscalFault[] } {
  const model = modelOf(value)
  if (typeof model !== 'string') return { faults: [model] }
  const root = (value as Record<string, unknown>)[model]
  const shaped = shapeFaults(Root, root, model)
  const general = [...generalFaults(value), ...shaped, ...versionFaults(root, model)]
  const faults = general.length > 0 ? general : referenceFaults(root, model)
  if (faults.length > 0) return { faults: onePerPath(faults) }
  const { uuid, metadata } = Root.parse(root)
  return { model, uuid, title: metadata.title, version: metadata.version, root }
}

function modelOf(value: unknown): TakenModel | OscalFault {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path: '', reason: `is no OSCAL document; ${CAN_BE_TAKEN}` }
  const names = Object.keys(value).filter((name) => name !== '$schema')
  const [name = ''] = names
  if (names.length !== 1) return { path: '', reason: `holds ${names.length} documents, or none; ${CAN_BE_TAKEN}` }
  const taken = TAKEN.find((one) => one === name)
  if (taken) return taken
  const what = OTHERS.includes(name) ? `is an OSCAL ${name}` : 'is no OSCAL document'
  return { path: name.slice(0, 80), reason: `${what}; ${CAN_BE_TAKEN}` }
}

function versionFaults(root: unknown, model: string): OscalFault[] {
  const version = Root.safeParse(root).data?.metadata['oscal-version']
  if (version === undefined || VERSION.test(version)) return []
  const path = under(under(model, 'metadata'), 'oscal-version')
  return [{ path, reason: `is ${version.slice(0, 40)}; 1.0 to 1.2 can be read` }]
}

/** What a schema finds wrong, with paths from the document's root on. */
export function shapeFaults(schema: z.ZodType, value: unknown, path: string): OscalFault[] {
  const parsed = schema.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    path: issue.path.reduce<string>((at, key) => under(at, typeof key === 'number' ? key : String(key)), path),
    reason: reasonOf(issue),
  }))
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? 'is missing'
      : `is not ${NAMES[issue.expected] ?? issue.expected}`
  if (issue.code === 'too_small') return 'is empty'
  if (issue.code === 'too_big') return `is longer than ${issue.maximum}`
  if (issue.code === 'invalid_value') return `is none of ${issue.values.map(String).join(', ')}`
  return issue.message
}

const NAMES: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'an object' }

function onePerPath(faults: readonly OscalFault[]): OscalFault[] {
  const seen = new Set<string>()
  return faults.filter(({ path }) => !seen.has(path) && seen.add(path))
}
