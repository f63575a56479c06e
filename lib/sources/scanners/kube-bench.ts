import type { ScannerOutcome } from '@/lib/model/scanner-record'
import { isObject, type Loose, listAt, textAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'

const OUTCOMES: Readonly<Record<string, ScannerOutcome>> = {
  PASS: 'pass',
  FAIL: 'fail',
  WARN: 'not_assessed',
  INFO: 'not_assessed',
}

/** kube-bench's JSON: CIS Kubernetes benchmark, by control, group and test. WARN asks a person, so it is not assessed. */
export const KUBE_BENCH: JsonFormat = {
  format: 'kube-bench',
  recognises: (document) =>
    Array.isArray(document.Controls) || (Array.isArray(document.tests) && 'node_type' in document),
  *read(document): Generator<Given> {
    const controls = Array.isArray(document.Controls) ? document.Controls : [document]
    for (const control of controls)
      for (const group of listAt(control, 'tests'))
        for (const result of listAt(group, 'results')) yield resultOf(control, group, result)
  },
}

function resultOf(control: unknown, group: unknown, result: unknown): Given {
  const rule = textAt(result, 'test_number')
  if (rule === null || !isObject(result)) return missing('Controls[].tests[].results[].test_number')
  const benchmark = textAt(control, 'version') ?? 'unnamed benchmark'
  const node = textAt(control, 'node_type') ?? 'cluster'
  const title = textAt(result, 'test_desc') ?? rule
  return {
    record: {
      product: 'kube-bench',
      version: textAt(control, 'version'),
      rule: `${benchmark}/${rule}`,
      title,
      message: [title, textAt(result, 'reason'), textAt(result, 'actual_value')]
        .filter((one) => one !== null)
        .join('. '),
      severity: result.scored === false ? 'low' : 'medium',
      outcome: OUTCOMES[textAt(result, 'status') ?? ''] ?? 'not_assessed',
      resource: { type: 'node', id: node, name: node, account: '', region: null },
      requirements: [{ standard: `CIS Kubernetes ${benchmark}`, id: rule }, ...sectionOf(benchmark, group)],
      seenAt: null,
      assumptions: ['severity'],
      raw: result,
    },
  }
}

function sectionOf(benchmark: string, group: unknown): { standard: string; id: string }[] {
  const section = textAt(group as Loose, 'section')
  return section === null ? [] : [{ standard: `CIS Kubernetes ${benchmark}`, id: section }]
}
