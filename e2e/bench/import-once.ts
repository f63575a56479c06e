import { createReadStream } from 'node:fs'
import { operator } from '@/lib/auth/operator'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { ImportOptions } from '@/lib/model/import-options'
import { importIncidents } from '@/lib/services/import-incidents'
import { INCIDENT_MAP } from './incident-file'

/** What one import in a process of its own took. */
export type ImportRun = { rows: number; seconds: number; peakMiB: number }

// Arguments: the application's address of the database, a file, the organization to make.
const [url = '', file = '', org = ''] = process.argv.slice(2)
useDatabase(url)
const actor = await operator()
const began = performance.now()
const { rows } = await importIncidents(actor, {
  org,
  createOrg: true,
  map: INCIDENT_MAP,
  options: ImportOptions.parse({ source: 'bench' }),
  chunks: createReadStream(file),
})
const seconds = (performance.now() - began) / 1000
const run: ImportRun = { rows, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(run))
await closeDatabase()
