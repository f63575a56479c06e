import type { FindingRef, FindingStaging } from '@/lib/db/repositories/finding-staging'
import type { SeenFinding } from '@/lib/findings/seen-finding'
import { ruleCapabilities } from '@/lib/maturity/rule-capabilities'
import type { Provenance } from '@/lib/model/finding'
import type { CapabilityId } from '@/lib/model/layer'
import type { ScannerRecord } from '@/lib/model/scanner-record'
import type { ScannerRead } from '@/lib/sources/scanners/read-scanner-file'
import { reject, type Tally } from './finding-tally'

/** The database driver remembers its last hundred statements with their values, and a record may hold kilobytes. */
const BATCH = 250
const LONGEST_MESSAGE = 4_000

type Origin = Pick<Provenance, 'importId' | 'fileName' | 'format' | 'sha256'>

/** Takes records one by one, counts them and hands findings and passes on in batches; one batch is written while the next is read. */
export function findingWriter(staging: FindingStaging, mappings: ReadonlyMap<string, string>, origin: Origin) {
  const capabilities = remembered(mappings)
  let seen: SeenFinding[] = []
  let passed: FindingRef[] = []
  let writing: Promise<void> = Promise.resolve()

  const flush = async (): Promise<void> => {
    await writing
    const [findings, passes] = [seen, passed]
    ;[seen, passed] = [[], []]
    writing = (async () => {
      await staging.see(findings)
      await staging.passed(passes)
    })()
    // The failure is thrown by whoever waits for the batch; until then it must not end the process.
    writing.catch(() => undefined)
  }

  return {
    async put(read: ScannerRead, tally: Tally): Promise<void> {
      tally.records += 1
      if ('fault' in read) return reject(tally, read.fault)
      const { record } = read
      for (const one of record.assumptions) tally.assumptions[one] += 1
      if (record.outcome === 'fail') {
        const own = capabilities(record)
        tally[own.length > 0 ? 'mapped' : 'unmapped'] += 1
        seen.push(findingOf(record, own, origin))
      } else {
        tally.notFindings[record.outcome] += 1
        if (record.outcome === 'pass' || record.outcome === 'closed')
          passed.push({ checkId: record.rule, resourceId: record.resource.id })
      }
      if (seen.length + passed.length >= BATCH) await flush()
    },
    async end(): Promise<void> {
      await flush()
      await writing
    },
  }
}

/** A rule is mapped once: thousands of records share one. What the organization says itself comes first. */
function remembered(mappings: ReadonlyMap<string, string>) {
  const known = new Map<string, readonly CapabilityId[]>()
  return ({ product, rule, requirements }: ScannerRecord): readonly CapabilityId[] => {
    const own = mappings.get(rule)
    if (own !== undefined) return own === '' ? [] : [own]
    const found = known.get(rule) ?? ruleCapabilities(product, rule, requirements).capabilities
    known.set(rule, found)
    return found
  }
}

const findingOf = (record: ScannerRecord, capabilities: readonly CapabilityId[], origin: Origin): SeenFinding => ({
  checkId: record.rule,
  source: record.product,
  subject: record.resource,
  title: record.title,
  message: record.message.slice(0, LONGEST_MESSAGE),
  severity: record.severity,
  capabilities,
  detail: { seenAt: record.seenAt, requirements: record.requirements.map(({ standard, id }) => `${standard}: ${id}`) },
  provenance: { ...origin, product: record.product, version: record.version, record: record.raw },
})
