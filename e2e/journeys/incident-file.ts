const MONTHS = Array.from({ length: 18 }, (_, at) => ({ year: 2025 + Math.floor(at / 12), month: (at % 12) + 1, at }))
const BASELINE_MONTHS = 6

const two = (number: number): string => String(number).padStart(2, '0')

/** Four incidents a month before July 2025, two from then on; found and closed in half the time. */
export const INCIDENTS = BASELINE_MONTHS * 4 + (MONTHS.length - BASELINE_MONTHS) * 2

type Instants = { began: string; found: string; closed: string }
export type Row = Instants & { id: string; title: string; severity: string }

/** The months January 2025 to June 2026 as one row an incident, dates as `write` writes them. */
function rows(write: (year: number, month: number, day: number, hour: number) => string): Row[] {
  return MONTHS.flatMap(({ year, month, at }) => {
    const isBefore = at < BASELINE_MONTHS
    return Array.from({ length: isBefore ? 4 : 2 }, (_, i) => ({
      id: `INC-${year}${two(month)}-${i + 1}`,
      title: `Incident ${i + 1} of ${two(month)}/${year}`,
      severity: i === 0 ? 'high' : 'low',
      began: write(year, month, 13 + i, 6),
      found: write(year, month, 13 + i, isBefore ? 10 : 8),
      closed: write(year, month, 13 + i, isBefore ? 18 : 12),
    }))
  })
}

const columns = ({ id, title, severity, began, found, closed }: Row) => [id, title, severity, began, found, closed]

/**
 * As a German spreadsheet saves it: byte order mark, semicolons, day first, the first onset unknown, the column of detection
 * under a name nobody guesses, and one row more that was closed before it was found.
 */
export function spreadsheetFile(): string {
  const [first, ...rest] = rows((year, month, day, hour) => `${two(day)}/${two(month)}/${year} ${two(hour)}:00`)
  const wrong = ['INC-WRONG', 'Closed too early', 'low', '?', '20/06/2026 12:00', '19/06/2026 12:00']
  const lines = [
    ['Number', 'Summary', 'Severity', 'Started', 'Seen by us', 'Closed'],
    ...(first ? [columns({ ...first, began: '?' })] : []),
    ...rest.map(columns),
    wrong,
  ]
  return `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`
}

/** The same incidents as a script writes them: commas, ISO instants, names that are guessed. */
export function isoFile(): string {
  const instant = (year: number, month: number, day: number, hour: number) =>
    `${year}-${two(month)}-${two(day)}T${two(hour)}:00:00Z`
  const lines = [
    ['id', 'title', 'severity', 'occurred_at', 'detected_at', 'resolved_at'],
    ...rows(instant).map(columns),
  ]
  return `${lines.map((cells) => cells.join(',')).join('\n')}\n`
}

/** How the columns of `isoFile` are named to the API. */
export const ISO_MAP = {
  externalId: 'id',
  title: 'title',
  severity: 'severity',
  occurredAt: 'occurred_at',
  detectedAt: 'detected_at',
  resolvedAt: 'resolved_at',
} as const
