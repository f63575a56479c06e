import type { ScannerRecord } from '@/lib/model/scanner-record'
import { fieldAt, firstText, isObject, type Loose, listAt, textAt, textsAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'
import { severityOfScore, severityOfWord } from './scanner-severity'

/** SARIF 2.1.0 (OASIS): results of code scanners. It has no control status; a result's kind says whether it failed. */
export const SARIF: JsonFormat = {
  format: 'sarif',
  recognises: (document) => Array.isArray(document.runs) && textAt(document, 'version') !== null,
  *read(document): Generator<Given> {
    const version = textAt(document, 'version')
    if (version !== '2.1.0') return yield missing('version', `${version} cannot be read, only 2.1.0`)
    for (const run of listAt(document, 'runs')) yield* readRun(run)
  },
}

function* readRun(run: unknown): Generator<Given> {
  const driver = fieldAt(run, 'tool', 'driver')
  const product = textAt(driver, 'name')
  if (product === null) return yield missing('runs[].tool.driver.name')
  const rules = [
    ...listAt(driver, 'rules'),
    ...listAt(run, 'tool', 'extensions').flatMap((one) => listAt(one, 'rules')),
  ]
  const byId = new Map(rules.map((rule) => [textAt(rule, 'id'), rule]))
  const tool = { product, version: firstText(textAt(driver, 'semanticVersion'), textAt(driver, 'version')) }
  for (const result of listAt(run, 'results')) {
    const index = fieldAt(result, 'ruleIndex')
    const id = firstText(textAt(result, 'ruleId'), textAt(result, 'rule', 'id'))
    const rule = byId.get(id) ?? (typeof index === 'number' ? listAt(driver, 'rules')[index] : undefined)
    const named = id ?? textAt(rule, 'id')
    if (named === null || !isObject(result)) yield missing('runs[].results[].ruleId')
    else yield { record: recordOf(tool, named, rule, result) }
  }
}

type Tool = Pick<ScannerRecord, 'product' | 'version'>

function recordOf(tool: Tool, rule: string, described: unknown, result: Loose): ScannerRecord {
  const level = firstText(textAt(result, 'level'), textAt(described, 'defaultConfiguration', 'level'))
  const severity =
    severityOfScore(textAt(described, 'properties', 'security-severity')) ?? severityOfWord(level ?? 'warning')
  const title = firstText(textAt(described, 'shortDescription', 'text'), textAt(described, 'name')) ?? rule
  return {
    ...tool,
    rule,
    title,
    message: firstText(textAt(result, 'message', 'text'), textAt(described, 'fullDescription', 'text')) ?? title,
    severity: severity ?? 'medium',
    outcome: outcomeOf(result),
    resource: placeOf(result),
    requirements: textsAt(described, 'properties', 'tags').map((id) => ({ standard: 'tag', id })),
    seenAt: null,
    assumptions: severity === null ? ['severity'] : [],
    raw: result,
  }
}

function outcomeOf(result: Loose): ScannerRecord['outcome'] {
  if (listAt(result, 'suppressions').some((one) => (textAt(one, 'status') ?? 'accepted') === 'accepted'))
    return 'suppressed'
  if (textAt(result, 'baselineState') === 'absent') return 'closed'
  const kind = textAt(result, 'kind') ?? 'fail'
  if (kind === 'pass' || kind === 'fail') return kind
  return 'not_assessed'
}

/** A file, with the fingerprint that keeps two results of one rule in it apart and survives moved lines. */
function placeOf(result: Loose): ScannerRecord['resource'] {
  const location = listAt(result, 'locations')[0]
  const file = textAt(location, 'physicalLocation', 'artifactLocation', 'uri')
  const logical = textAt(listAt(location, 'logicalLocations')[0], 'fullyQualifiedName')
  const line = textAt(location, 'physicalLocation', 'region', 'startLine')
  const prints = { ...fieldObject(result, 'fingerprints'), ...fieldObject(result, 'partialFingerprints') }
  const print = Object.keys(prints)
    .sort()
    .map((key) => textAt(prints, key))
    .find((one) => one !== null)
  const place = file ?? logical ?? 'unnamed'
  const mark = print ?? line
  return {
    type: file === null ? 'logical' : 'file',
    id: mark ? `${place}#${mark}` : place,
    name: line ? `${place}:${line}` : place,
    account: '',
    region: null,
  }
}

const fieldObject = (value: Loose, key: string): Loose => {
  const found = value[key]
  return isObject(found) ? found : {}
}
