import { operator } from '@/lib/auth/operator'
import { closeDatabase, useDatabase } from '@/lib/db/client'
import { overrideEnv } from '@/lib/env'
import { PackRequest } from '@/lib/model/evidence-pack'
import { buildPack } from '@/lib/services/build-pack'
import { getPack } from '@/lib/services/get-pack'
import { requestPack } from '@/lib/services/request-pack'

/** What one build came to; `content` is the bytes of all files, `growthMiB` what the process grew by at most. */
export type PackRun = {
  seconds: number
  content: number
  bytes: number
  reused: number
  files: number
  growthMiB: number
}

const MIB = 2 ** 20
const OFTEN_MS = 20

// Arguments: the application's address of the database, the data directory, a key in base64, the organization, its id.
const [url = '', dataDir = '', key = '', org = ''] = process.argv.slice(2)
overrideEnv({ dataDir, keys: [Buffer.from(key, 'base64')], url: 'http://localhost:3000' })
useDatabase(url)
const actor = await operator()
const asked = PackRequest.parse({ framework: 'proofline', period: { from: '2026-01-01', to: '2026-12-31' } })
const { id, organizationId } = await requestPack(actor, { org, pack: asked, isBuiltHere: true })
const before = process.memoryUsage.rss()
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, OFTEN_MS)
const began = performance.now()
const complain = (error: unknown) => void process.stderr.write(`${error}\n`)
const state = await buildPack({ organizationId, packId: id, complain })
const seconds = (performance.now() - began) / 1000
clearInterval(watch)
const pack = await getPack(actor, { org, id })
if (state !== 'done') throw new Error(`the pack is ${state}: ${pack.error}`)
const content = pack.contents?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0
const run: PackRun = {
  seconds,
  content,
  bytes: pack.bytes ?? 0,
  reused: pack.reusedBytes ?? 0,
  files: pack.files ?? 0,
  growthMiB: (most - before) / MIB,
}
process.stdout.write(JSON.stringify(run))
await closeDatabase()
