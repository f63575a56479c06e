import { createReadStream } from 'node:fs'
import { operator } from '@/lib/auth/operator'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { FindingImportOptions } from '@/lib/model/finding-import'
import { createOrganization } from '@/lib/services/create-organization'
import { importFindings } from '@/lib/services/import-findings'
import type { ImportRun } from './import-once'

// Arguments: the application's address of the database, a file, the organization to make.
const [url = '', file = '', org = ''] = process.argv.slice(2)
useDatabase(url)
await createOrganization(await operator(), { slug: org, name: org, sector: 'other', headcount: null, clouds: [] })
const actor = await operator()
const began = performance.now()
const { records } = await importFindings(actor, {
  org,
  options: FindingImportOptions.parse({}),
  chunks: createReadStream(file),
})
const seconds = (performance.now() - began) / 1000
const run: ImportRun = { rows: records, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }
process.stdout.write(JSON.stringify(run))
await closeDatabase()
