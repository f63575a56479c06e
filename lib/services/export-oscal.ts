import { sha256 } from '@/lib/db/sha256'
import { forOrganization, type Store } from '@/lib/db/store'
import { assessmentPoam } from '@/lib/evidence/oscal/assessment-poam'
import type { OscalOrganization } from '@/lib/evidence/oscal/metadata'
import { oscalText } from '@/lib/evidence/oscal/write-oscal'
import { OWN_FRAMEWORK } from '@/lib/framework/requirement-framework'
import { AppError } from '@/lib/kernel/app-error'
import { parseId } from '@/lib/kernel/id'
import type { Actor } from '@/lib/model/actor'
import type { OscalExportQuery, OscalModel } from '@/lib/model/oscal-export'
import { authorize } from './authorize'
import { noticingExport } from './notice-export'
import { assessedFactsOf } from './oscal-assessed'
import { refuseChoice } from './oscal-choice'
import { writtenCatalog, writtenComponents } from './oscal-fixed'
import { writtenCustomCatalog, writtenMapping } from './oscal-mapping'
import type { Reach } from './oscal-run'
import { assessmentSubject, capabilitiesOf, evidenceAddress, runSubject } from './oscal-single'
import { planText, resultPieces } from './oscal-subject'

type Input = { org: string; model: OscalModel } & OscalExportQuery
export type OscalFile = { fileName: string; pieces: AsyncIterable<string> }
type Place = { store: Store; reach: Reach; organization: OscalOrganization; asked: Input }

/**
 * One OSCAL 1.2.2 document: of the framework (`catalog`, `component-definition`, `mapping`), of an assessment or a run
 * (`assessment-plan`, `assessment-results`), of an assessment's gaps (`poam`). With `framework` only what speaks to it is
 * told. The same facts give the same bytes; files named as returned and laid side by side find each other. Throws
 * not-found, forbidden, invalid, conflict (no gap, no edge, a run without verdicts) before the first piece.
 */
export async function exportOscal(actor: Actor, asked: Input): Promise<OscalFile> {
  const here = await authorize(actor, asked.org, 'oscal:export')
  const { model, assessment, run, framework } = asked
  refuseChoice(model, asked)
  const reach: Reach = (work) => forOrganization(here.organizationId, work)
  const pieces = await forOrganization(here, async (store) => {
    const { id, name, slug, synthetic } = await store.organization.get()
    const written = await WRITERS[model]({ store, reach, organization: { id, name, slug, synthetic }, asked })
    const detail = { model, ...(assessment && { assessment }), ...(run && { run }), ...(framework && { framework }) }
    await store.audit.append(actor, { action: 'oscal.exported', subject: assessment ?? run ?? id, detail })
    return typeof written === 'string' ? one(written) : written
  })
  return { fileName: `${model}.json`, pieces: noticed(actor, pieces) }
}

type Writer = (place: Place) => Promise<string | AsyncIterable<string>> | string

const WRITERS: Readonly<Record<OscalModel, Writer>> = {
  catalog: ({ store, organization, asked: { framework = OWN_FRAMEWORK } }) =>
    framework === OWN_FRAMEWORK ? writtenCatalog().text : writtenCustomCatalog({ store, organization }, framework),
  'component-definition': () => writtenComponents(),
  mapping: async ({ store, organization, asked: { framework = null } }) =>
    framework === OWN_FRAMEWORK
      ? refused('The framework is the catalog itself: nothing is mapped to it.')
      : ((await writtenMapping({ store, organization }, framework)) ??
        refused('No capability is mapped to the framework, so there is no mapping to export.')),
  'assessment-plan': async (place) => planText(await subjectOf(place)),
  'assessment-results': async (place) => resultPieces(await subjectOf(place)),
  poam: async (place) => {
    const { store, organization, asked } = place
    const capabilities = await capabilitiesOf(store, asked.framework)
    const told = { capabilities, evidenceHref: evidenceAddress(organization.slug) }
    const poam = assessmentPoam(await assessedFactsOf(store, parseId(asked.assessment ?? ''), told), organization)
    return poam === null
      ? refused('No capability is below its target, and OSCAL has no empty plan of action and milestones.')
      : oscalText('poam', poam, sha256)
  },
}

function refused(detail: string): never {
  throw new AppError('conflict', { detail })
}

async function subjectOf({ store, reach, organization, asked }: Place) {
  const { assessment, run, framework } = asked
  const told = { organization, framework, capabilities: await capabilitiesOf(store, framework) }
  return run === undefined
    ? assessmentSubject(store, parseId(assessment ?? ''), told)
    : runSubject(store, reach, parseId(run), told)
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}

/** A document counts by its pieces, so that a large one weighs more than a small one. */
async function* noticed(actor: Actor, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const page of noticingExport(actor, onePerPage(pieces))) yield* page
}

async function* onePerPage(pieces: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  for await (const piece of pieces) yield [piece]
}
