import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

const SCHEMA = new URL('../../../shared/schemas/sarif/sarif-schema-2.1.0.json', import.meta.url)

/** What in a log breaks the published schema of SARIF 2.1.0; null where that schema is not beside this checkout. */
export function sarifFaults(): ((log: unknown) => string[]) | null {
  if (!existsSync(SCHEMA)) return null
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')))
  return (log) => {
    validate(log)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}
