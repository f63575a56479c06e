import type { Store } from '@/lib/db/store'
import type { RunFacts, RunFinding } from '@/lib/evidence/oscal/run-facts'
import { AppError } from '@/lib/kernel/app-error'

/** How pages are read: in one transaction that stays open, or in one each. */
export type Reach = <T>(work: (store: Store) => Promise<T>) => Promise<T>

/** Findings at once: few enough to hold, and so many that asking for them costs less than reading them. */
const PAGE = 5_000

/**
 * A run that reached its verdicts, as its OSCAL documents tell it; its findings are read page by page while they are
 * written. Throws not-found, and conflict for a run that did not get that far.
 */
export async function runFactsOf(
  { runList, checkVerdicts }: Store,
  reach: Reach,
  id: string,
  capabilities: ReadonlySet<string> | null,
): Promise<RunFacts> {
  const { connectionId, connectionName, state, startedAt, finishedAt, createdAt, snapshot } = await runList.get(id)
  if (state !== 'done' || finishedAt === null)
    throw new AppError('conflict', {
      detail: `The run is ${state}: only a run that reached its verdicts can be exported as results.`,
    })
  return {
    run: { id, startedAt: startedAt ?? createdAt, finishedAt, snapshot },
    connection: connectionName,
    verdicts: await checkVerdicts.ofRun(id),
    findings: findingPages(reach, connectionId, finishedAt),
    capabilities,
  }
}

async function* findingPages(reach: Reach, connectionId: string, at: string): AsyncGenerator<readonly RunFinding[]> {
  let after: string | null = null
  for (;;) {
    const asked = { connectionId, at, after, take: PAGE }
    const page: RunFinding[] = await reach(({ oscalFacts }) => oscalFacts.findings(asked))
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? null
  }
}
