import type { ScannerOutcome, ScannerRecord } from '@/lib/model/scanner-record'
import { firstText, isObject, type Loose, listAt, textAt, textsAt } from './fields'
import { type Given, type JsonFormat, missing } from './scanner-format'
import { severityOfWord } from './scanner-severity'
import { scannerTime } from './scanner-time'

/** Trivy's JSON: misconfigurations, vulnerabilities and exposed secrets of an image, a repository or a cluster. */
export const TRIVY: JsonFormat = {
  format: 'trivy',
  recognises: (document) => 'ArtifactName' in document && ('Results' in document || 'SchemaVersion' in document),
  *read(document): Generator<Given> {
    const seen = scannerTime(textAt(document, 'CreatedAt'), null)
    const artifact = textAt(document, 'ArtifactName') ?? 'unnamed'
    const of = { artifact, version: textAt(document, 'Trivy', 'Version'), ...seen }
    for (const result of listAt(document, 'Results')) {
      for (const one of listAt(result, 'Misconfigurations')) yield misconfiguration(of, result, one)
      for (const one of listAt(result, 'Vulnerabilities')) yield vulnerability(of, result, one)
      for (const one of listAt(result, 'Secrets')) yield secret(of, result, one)
    }
  },
}

type Report = Pick<ScannerRecord, 'seenAt' | 'assumptions' | 'version'> & { artifact: string }
const OUTCOMES: Readonly<Record<string, ScannerOutcome>> = { PASS: 'pass', FAIL: 'fail', EXCEPTION: 'suppressed' }

function misconfiguration(report: Report, result: unknown, one: unknown): Given {
  const rule = firstText(textAt(one, 'AVDID'), textAt(one, 'ID'))
  if (rule === null || !isObject(one)) return missing('Results[].Misconfigurations[].ID')
  const cause = textAt(one, 'CauseMetadata', 'Resource')
  const outcome = OUTCOMES[textAt(one, 'Status') ?? 'FAIL'] ?? 'not_assessed'
  return given(report, result, one, { rule, part: cause, outcome, message: textAt(one, 'Message'), raw: one })
}

function vulnerability(report: Report, result: unknown, one: unknown): Given {
  const rule = textAt(one, 'VulnerabilityID')
  if (rule === null || !isObject(one)) return missing('Results[].Vulnerabilities[].VulnerabilityID')
  const [name, installed, fixed] = ['PkgName', 'InstalledVersion', 'FixedVersion'].map((key) => textAt(one, key))
  const message = `${name ?? 'A package'} ${installed ?? ''} is affected; ${fixed ? `fixed in ${fixed}` : 'no fix is named'}.`
  return given(report, result, one, { rule, part: name ?? null, outcome: 'fail', message, raw: one })
}

/** The match holds the secret itself, in part: neither it nor the code around it is kept. */
function secret(report: Report, result: unknown, one: unknown): Given {
  const rule = textAt(one, 'RuleID')
  if (rule === null || !isObject(one)) return missing('Results[].Secrets[].RuleID')
  const { Match: _, Code: __, ...rest } = one
  const line = textAt(one, 'StartLine')
  const message = `A secret stands in the file${line ? `, line ${line}` : ''}.`
  return given(report, result, one, { rule, part: line, outcome: 'fail', message, raw: rest })
}

type Told = { rule: string; part: string | null; outcome: ScannerOutcome; message: string | null; raw: Loose }

function given(report: Report, result: unknown, one: Loose, { rule, part, outcome, message, raw }: Told): Given {
  const severity = severityOfWord(textAt(one, 'Severity'))
  const target = textAt(result, 'Target') ?? report.artifact
  const title = textAt(one, 'Title') ?? rule
  const name = part ? `${target} (${part})` : target
  return {
    record: {
      product: 'Trivy',
      version: report.version,
      rule,
      title,
      message: firstText(message, textAt(one, 'Description')) ?? title,
      severity: severity ?? 'medium',
      outcome,
      resource: {
        type: textAt(result, 'Type') ?? 'target',
        id: `${report.artifact}/${name}`,
        name,
        account: report.artifact,
        region: null,
      },
      requirements: textsAt(one, 'CweIDs').map((id) => ({ standard: 'CWE', id })),
      seenAt: report.seenAt,
      assumptions: severity === null ? [...report.assumptions, 'severity'] : report.assumptions,
      raw,
    },
  }
}
