import { sha256 } from '@/lib/db/sha256'
import type { Store } from '@/lib/db/store'
import type { AssessedFacts } from '@/lib/evidence/oscal/assessed-facts'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import { scopePoam } from '@/lib/evidence/oscal/scope-poam'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'
import { PACK_PATHS, packFileName } from '@/lib/evidence/pack-layout'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import type { AuditScope } from '@/lib/model/audit-scope'
import type { Instant } from '@/lib/model/instant'
import { customSlugOf } from '@/lib/model/requirement'
import { operationOver } from './operation-over'
import { writtenCatalog, writtenComponents } from './oscal-fixed'
import { writtenCustomCatalog, writtenMapping } from './oscal-mapping'
import { scopeSubject } from './oscal-scope'
import { planText, resultPieces } from './oscal-subject'
import { withEnding } from './pack-evidence-files'

/** A document under the name its file gets in a pack, or why there is none. Its pieces are read once, in order. */
export type OscalDocument = { name: string } & ({ pieces: AsyncIterable<string> } | { absent: string })

const UNMAPPED = 'No capability is mapped to the framework.'
const UNSPOKEN = 'No approved assessment and no run that reached its verdicts speaks for the period.'

type Asked = { scope: AuditScope; asOf: Instant }

/**
 * The OSCAL documents of a scope, one after the other and in the same order always: `catalog`, for an own framework
 * `framework-catalog`, `component-definition`, `mapping`, `assessment-plan`, `assessment-results`, `poam`. Read the pieces of
 * each before asking for the next. They hold no fact later than `asOf` and of no capability outside of the framework.
 * Throws not-found (framework, deployment); internal when a document would point at something that is not there.
 */
export async function* oscalDocuments(store: Store, { scope, asOf }: Asked): AsyncGenerator<OscalDocument> {
  const { id, name, slug, synthetic } = await store.organization.get()
  const organization: OscalOrganization = { id, name, slug, synthetic }
  const { framework, operations } = await operationOver(store, scope, asOf)
  const capabilities = new Set(framework.requirements.flatMap((one) => one.capabilities.map((edge) => edge.id)))
  yield { name: 'catalog', pieces: one(writtenCatalog().text) }
  if (customSlugOf(framework.id) !== null)
    yield {
      name: 'framework-catalog',
      pieces: one(await writtenCustomCatalog({ store, organization }, framework.id)),
    }
  yield { name: 'component-definition', pieces: one(writtenComponents()) }
  yield await mappingOf(store, organization, framework.id)
  const told = { capabilities, evidenceHref: besideEvidence, framework: framework.name }
  const subject = capabilities.size === 0 ? null : await scopeSubject(store, { scope, asOf, organization, ...told })
  if (subject === null) {
    const absent = capabilities.size === 0 ? UNMAPPED : UNSPOKEN
    yield { name: 'assessment-plan', absent }
    yield { name: 'assessment-results', absent }
  } else {
    yield { name: 'assessment-plan', pieces: one(planText(subject)) }
    yield { name: 'assessment-results', pieces: resultPieces(subject) }
  }
  const lastModified = subject?.lastModified ?? `${scope.period.from}T00:00:00Z`
  const poam = scopePoam({ scope, framework, operations, organization, lastModified })
  yield poam === null
    ? { name: 'poam', absent: 'There is no gap in the scope, and OSCAL has no empty plan of action and milestones.' }
    : { name: 'poam', pieces: one(oscalText('poam', poam, sha256)) }
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}

async function mappingOf(store: Store, organization: OscalOrganization, framework: string): Promise<OscalDocument> {
  if (framework === OWN_FRAMEWORK)
    return { name: 'mapping', absent: 'The framework of the scope is the catalog itself: nothing is mapped to it.' }
  const text = await writtenMapping({ store, organization }, framework)
  return text === null ? { name: 'mapping', absent: UNMAPPED } : { name: 'mapping', pieces: one(text) }
}

/** Where a pack keeps a file of evidence, seen from the folder of its OSCAL documents. */
const besideEvidence: AssessedFacts['evidenceHref'] = ({ title, mediaType, sha256: of }, capability) => {
  const fileName = withEnding(packFileName(title), mediaType ?? 'application/octet-stream')
  return `../${PACK_PATHS.evidence(capability, of ?? '', fileName)}`
}
