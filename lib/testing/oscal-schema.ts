import { existsSync, readFileSync } from 'node:fs'
import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

const SCHEMAS = new URL('../../../shared/schemas/oscal/', import.meta.url)
const COMPLETE = new URL('oscal_complete_schema-1.2.2.json', SCHEMAS)

/** Whether NIST's schema lies beside the checkout; it is never copied into it. */
export const hasOscalSchema = existsSync(COMPLETE)

const read = (file: URL): object => JSON.parse(readFileSync(file, 'utf8')) as object

let compiled: ValidateFunction | null = null

/** What in a document breaks NIST's JSON schema of OSCAL 1.2.2: paths and messages. Empty when it conforms. */
export function oscalSchemaFaults(document: unknown): string[] {
  if (compiled === null) {
    // Strict mode refuses the schema itself, which names a pattern without a type.
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    compiled = ajv.compile(read(COMPLETE))
  }
  if (compiled(document)) return []
  return (compiled.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A sample that was written for this project, valid by the schema. */
export const oscalSample = (name: 'ar' | 'poam' | 'mc'): object => read(new URL(`samples/${name}.json`, SCHEMAS))
