import { operator } from '@/lib/auth/operator'
import { CHECKS } from '@/lib/checks/registry'
import { useDatabase } from '@/lib/db/client'
import type { FindingFilter, FindingSort } from '@/lib/model/finding-filter'
import { countFindings, matchFindings } from '@/lib/services/count-findings'
import { listFindings } from '@/lib/services/list-findings'

// Arguments: the application's address of the database, and the organization. Asked over IPC by name, it answers with the
// milliseconds a question took.
const [url = '', org = ''] = process.argv.slice(2)
useDatabase(url)
const actor = await operator()
const now = new Date()
const rare = CHECKS[0]?.id ?? ''

const page =
  (filter: FindingFilter, sort: FindingSort = 'severity') =>
  async () => {
    const { nextCursor } = await listFindings(actor, { org, filter, sort, page: { limit: 50 }, now })
    return nextCursor
  }

const open = { state: 'open' } as const
const firstPage = page(open)

const QUESTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  'first page': firstPage,
  'second page': async () => {
    const cursor = (await middle) ?? undefined
    return listFindings(actor, { org, filter: open, sort: 'severity', page: { limit: 50, cursor }, now })
  },
  'page by severity and layer': page({ ...open, severity: 'high', layer: 'NET' }),
  'page of one check': page({ ...open, check: rare }),
  'page of one capability': page({ ...open, capability: 'IAM-02' }),
  'page of one connection': page({ ...open, connection: 'connection 2' }),
  'page of what blocks a stage': page({ ...open, blocks: 'yes' }),
  'page of accepted risks': page({ exception: 'in-force' }),
  'page of resolved ones': page({ state: 'resolved' }),
  'page by date': page(open, 'opened'),
  'page by when last seen': page(open, 'seen'),
  'page of one resource': page({ resource: 'arn:aws:s3:::bucket-77' }),
  counts: () => countFindings(actor, { org, now }),
  'count of a filter': () => matchFindings(actor, { org, filter: { ...open, severity: 'high', layer: 'NET' }, now }),
}

const middle = firstPage()
await middle

process.on('message', (name: string) => {
  const began = performance.now()
  const question = QUESTIONS[name] ?? (() => Promise.reject(new Error(`there is no question "${name}"`)))
  question().then(
    () => process.send?.(performance.now() - began),
    (error: unknown) => {
      process.stderr.write(`${name}: ${String(error)}\n`)
      process.exit(1)
    },
  )
})
process.send?.(Object.keys(QUESTIONS))
