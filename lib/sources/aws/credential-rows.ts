import { readRowBatches } from '@/lib/incidents/read-rows'
import type { FactTypes } from '@/lib/model/facts/fact-types'
import type { Instant } from '@/lib/model/instant'

type CredentialRow = { user: string; arn: string; facts: FactTypes['aws.iam.credential'] }
type Cells = Partial<Record<string, string>>

const ROOT = '<root_account>'
const LINE_END = 0x0a
const KEYS = ['access_key_1', 'access_key_2'] as const

/**
 * The rows of an IAM credential report (CSV with a header). `N/A`, `not_supported`, `no_information` and empty cells are
 * null: the report does not say. A key that never was is left out, one that is inactive is not. Throws `invalid` when the
 * report is no CSV, or was cut off in the middle of a row.
 */
export async function credentialRows(report: Uint8Array): Promise<CredentialRow[]> {
  const end = report.indexOf(LINE_END)
  const headers = new TextDecoder()
    .decode(end < 0 ? report : report.subarray(0, end))
    .trim()
    .split(',')
  const rows: CredentialRow[] = []
  for await (const batch of readRowBatches(once(report), { bom: false, delimiter: ',', headers })) {
    for (const { cells } of batch) rows.push(...rowOf(Object.fromEntries(headers.map((name, at) => [name, cells[at]]))))
  }
  return rows
}

async function* once(report: Uint8Array): AsyncGenerator<Uint8Array> {
  yield report
}

function rowOf(cells: Cells): CredentialRow[] {
  if (!cells.arn) return []
  return [
    {
      user: cells.user ?? '',
      arn: cells.arn ?? '',
      facts: {
        root: cells.user === ROOT,
        passwordEnabled: yesOrNo(cells.password_enabled),
        passwordLastUsedAt: instant(cells.password_last_used),
        mfaActive: yesOrNo(cells.mfa_active),
        keys: KEYS.map((key) => ({
          active: yesOrNo(cells[`${key}_active`]) ?? false,
          lastRotatedAt: instant(cells[`${key}_last_rotated`]),
          lastUsedAt: instant(cells[`${key}_last_used_date`]),
        })).filter(({ active, lastRotatedAt }) => active || lastRotatedAt !== null),
      },
    },
  ]
}

function yesOrNo(cell: string | undefined): boolean | null {
  const text = cell?.toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : null
}

function instant(cell: string | undefined): Instant | null {
  if (!cell || !/^\d{4}-/.test(cell)) return null
  const at = new Date(cell)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
