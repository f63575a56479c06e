import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const SEVERITIES = ['high', 'P2', '3 - Moderate', 'low']
const START = Date.UTC(2020, 0, 1)
const YEARS_MS = 5 * 365 * 86_400_000
const HOUR_MS = 3_600_000

/** The map that reads the files below. */
export const INCIDENT_MAP = {
  externalId: 'id',
  title: 'title',
  severity: 'severity',
  occurredAt: 'occurred',
  detectedAt: 'detected',
  resolvedAt: 'resolved',
}

const instant = (epochMs: number): string => new Date(epochMs).toISOString().replace('T', ' ').slice(0, 19)

function line(i: number, of: number): string {
  const began = START + Math.floor((i * YEARS_MS) / of)
  const resolved = i % 9 === 0 ? '?' : instant(began + 7 * HOUR_MS)
  const title = `"Sign-in from an unusual place, case ${i}"`
  return `INC${String(i).padStart(7, '0')},${title},${SEVERITIES[i % 4]},${instant(began)},${instant(began + 2 * HOUR_MS)},${resolved}\n`
}

/** Writes a CSV file of `rows` incidents, spread evenly over the same five years whatever their number. */
export async function writeIncidents(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write('id,title,severity,occurred,detected,resolved\n')
  for (let i = 0; i < rows; i += 1) if (!file.write(line(i, rows))) await once(file, 'drain')
  file.end()
  await finished(file)
}
