import { Drawer } from '@/components/ui/drawer'
import { type Fact, Facts } from '@/components/ui/facts'
import type { AuditEntry } from '@/lib/model/audit-entry'
import { auditSentence } from '@/lib/presentation/audit-action'
import { NOT_KNOWN } from '@/lib/presentation/number'

/** Everything an entry says, as it is hashed. */
export const EntryDrawer = ({ entry }: { entry: AuditEntry }) => (
  <Drawer label="Details" title={auditSentence(entry)} description={`${entry.action} of ${entry.at}`}>
    <Facts items={factsOf(entry)} />
    <h3 className="mt-4 font-semibold text-sm">Detail</h3>
    <Json value={entry.detail} />
    {entry.decision ? (
      <>
        <h3 className="mt-4 font-semibold text-sm">Decision</h3>
        <Json value={entry.decision} />
      </>
    ) : null}
  </Drawer>
)

const factsOf = (entry: AuditEntry): Fact[] => [
  { term: 'Entry', value: entry.seq ?? 'older than the chain' },
  { term: 'Id', value: entry.id },
  { term: 'Person', value: entry.actorId ?? NOT_KNOWN },
  { term: 'Acted upon', value: entry.subject },
  { term: 'Session', value: entry.sessionId ?? NOT_KNOWN },
  { term: 'Address', value: entry.address ?? NOT_KNOWN },
  { term: 'SHA-256 before', value: entry.beforeDigest ?? NOT_KNOWN },
  { term: 'SHA-256 after', value: entry.afterDigest ?? NOT_KNOWN },
  { term: 'Hash of the entry before', value: entry.previousHash ?? NOT_KNOWN },
  { term: 'Hash', value: entry.hash ?? NOT_KNOWN },
]

const Json = ({ value }: { value: object }) => (
  <pre className="mt-1.5 whitespace-pre-wrap rounded-md bg-band p-3 text-left text-xs [overflow-wrap:anywhere]">
    {JSON.stringify(value, null, 2)}
  </pre>
)
