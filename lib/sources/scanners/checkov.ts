import type { ScannerOutcome } from '@/lib/model/scanner-record'
import { fieldAt, isObject, listAt, textAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'
import { severityOfWord } from './scanner-severity'

const LISTS: readonly (readonly [key: string, outcome: ScannerOutcome])[] = [
  ['failed_checks', 'fail'],
  ['passed_checks', 'pass'],
  ['skipped_checks', 'suppressed'],
  ['unknown_checks', 'not_assessed'],
]

/** Checkov's JSON: one document a framework, or a list of them. Its open edition gives no severity. */
export const CHECKOV: JsonFormat = {
  format: 'checkov',
  recognises: (document) => 'check_type' in document && isObject(document.results),
  *read(document): Generator<Given> {
    const version = textAt(document, 'summary', 'checkov_version')
    for (const [key, outcome] of LISTS)
      for (const one of listAt(document, 'results', key)) yield resultOf(one, outcome, version)
  },
}

function resultOf(one: unknown, outcome: ScannerOutcome, version: string | null): Given {
  const rule = textAt(one, 'check_id')
  const resource = textAt(one, 'resource')
  if (rule === null || !isObject(one)) return missing('results[].check_id')
  if (resource === null) return missing('results[].resource')
  const severity = severityOfWord(textAt(one, 'severity'))
  const title = textAt(one, 'check_name') ?? rule
  const file = textAt(one, 'file_path') ?? ''
  const line = listAt(one, 'file_line_range')[0]
  // The block is source code, which may hold secrets.
  const { code_block: _, fixed_definition: __, evaluations: ___, ...raw } = one
  return {
    record: {
      product: 'Checkov',
      version,
      rule,
      title,
      message: `${title}: ${file}${typeof line === 'number' ? `, line ${line}` : ''}.`,
      severity: severity ?? 'medium',
      outcome,
      resource: {
        type: textAt(one, 'resource_type') ?? resource.split('.')[0] ?? 'resource',
        id: `${file}#${resource}`,
        name: resource,
        account: textAt(fieldAt(one, 'entity_tags'), 'account') ?? '',
        region: null,
      },
      requirements: [],
      seenAt: null,
      assumptions: severity === null ? ['severity'] : [],
      raw,
    },
  }
}
