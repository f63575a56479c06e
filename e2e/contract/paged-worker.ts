import { useDatabase } from '@/lib/db/client'
import { env } from '@/lib/env'
import { startWorker } from '@/lib/jobs/run-worker'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import type { OpenCollector } from '@/lib/services/open-collector'

// The product's own worker, which reads the source of paged-source.ts; started, and killed, by a test.

type Units = { account: string; service: string }[]
type Page = { things: string[]; next: number | null }

const thing = (account: string, id: string): AnyResource =>
  ({ type: 'test-thing', id, name: id, account, region: null, facts: { id } }) as unknown as AnyResource

const open: OpenCollector = async (settings) => {
  const base = settings.kind === 'aws' ? settings.endpoint : null
  const ask = async <T>(path: string, signal: AbortSignal): Promise<T> =>
    (await (await fetch(`${base}/${path}`, { signal })).json()) as T
  return {
    plan: async ({ signal }) => (await ask<Units>('units', signal)).map((unit) => ({ ...unit, region: null })),
    steps: ({ account, service }) => [
      {
        operation: 'test:List',
        operations: ['test:List'],
        read: async (cursor, { signal, pace }) => {
          await pace()
          const { things, next } = await ask<Page>(`${account}/${service}/${cursor ?? 1}`, signal)
          const coverage = [{ operation: 'test:List', pages: 1, items: things.length, error: null }]
          return { resources: things.map((id) => thing(account, id)), next, calls: 1, coverage }
        },
      },
    ],
    selfTest: async () => [],
    limits: () => ({ perSecond: 10_000, burst: 10_000 }),
    close: () => {},
  }
}

const url = env().databaseUrl ?? ''
useDatabase(url)
await startWorker({ url, open, complain: (error) => process.stderr.write(`${error}\n`) })
