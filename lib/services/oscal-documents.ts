import type { Store } from '@/lib/db/store'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'

/** A document under the name its file gets in a pack, or why there is none. Its pieces are read once, in order. */
export type OscalDocument = { name: string } & ({ pieces: AsyncIterable<string> } | { absent: string })

type Asked = { scope: AuditScope; asOf: Instant }

/**
 * The OSCAL documents of a scope, one after the other and in the same order always: `catalog`, `component-definition`,
 * `mapping`, `assessment-plan`, `assessment-results`, `poam`. Read the pieces of each before asking for the next. They hold
 * no fact later than `asOf`. Throws internal when a document would point at something that is not there.
 */
export async function* oscalDocuments(_store: Store, _asked: Asked): AsyncGenerator<OscalDocument> {}
