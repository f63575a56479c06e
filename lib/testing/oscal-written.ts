import { createHash } from 'node:crypto'
import { assessmentPlan } from '@/lib/evidence/oscal/assessment-plan'
import { assessmentPoam } from '@/lib/evidence/oscal/assessment-poam'
import { assessmentModified, assessmentResult } from '@/lib/evidence/oscal/assessment-result'
import { assessmentResults } from '@/lib/evidence/oscal/assessment-results'
import { ownCatalog } from '@/lib/evidence/oscal/catalog'
import { componentDefinition } from '@/lib/evidence/oscal/component-definition'
import { mappingCollection } from '@/lib/evidence/oscal/mapping-collection'
import type { RunFacts } from '@/lib/evidence/oscal/run-facts'
import { runResult } from '@/lib/evidence/oscal/run-result'
import { scopePoam } from '@/lib/evidence/oscal/scope-poam'
import { oscalPieces, oscalText, type RunningDigest } from '@/lib/evidence/oscal/write-oscal'
import { builtInFramework } from '@/lib/framework/requirement-framework'
import { standards } from '@/lib/framework/standards'
import { GAP_KINDS } from '@/lib/model/requirement-operation'
import { assessedFacts, oscalOrganization, runFacts } from './oscal-facts'

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

function digestOf(): RunningDigest {
  const hash = createHash('sha256')
  return { update: (text) => hash.update(text), hex: () => hash.digest('hex') }
}

export const catalogText = (): string => oscalText('catalog', ownCatalog(), sha256Of)

const key = ['test']
const lastModified = '2026-03-03T10:00:00.000Z'

const planText = (capabilities: ReadonlySet<string> | null = null): string =>
  oscalText(
    'assessment-plan',
    assessmentPlan({
      key,
      title: 'Spring',
      organization: oscalOrganization,
      lastModified,
      capabilities,
      subject: 'Deployment Payments',
      catalogSha256: sha256Of(catalogText()),
    }),
    sha256Of,
  )

/** Results of an assessment and of a run in one document, piece by piece. */
export const resultPieces = (assessed = assessedFacts(), run: RunFacts = runFacts()): AsyncGenerator<string> =>
  oscalPieces(
    'assessment-results',
    assessmentResults({
      key,
      title: 'Spring',
      organization: oscalOrganization,
      lastModified: assessmentModified(assessed),
      planSha256: sha256Of(planText()),
      catalogSha256: sha256Of(catalogText()),
      results: async function* (resources) {
        yield assessmentResult(assessed, resources)
        yield runResult(run, resources)
      },
    }),
    digestOf(),
  )

export async function wholeText(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

const mappingBody = () =>
  mappingCollection({
    frameworks: standards.flatMap(({ id }) => builtInFramework(id) ?? []),
    catalogSha256: sha256Of(catalogText()),
    lastModified,
  })

/** Every kind of document from realistic facts, by its model. */
export async function oscalTexts(): Promise<Record<string, string>> {
  const poam = assessmentPoam(assessedFacts(), oscalOrganization)
  const mapping = mappingBody()
  if (poam === null || mapping === null) throw new Error('the facts of the tests have gaps and edges')
  return {
    catalog: catalogText(),
    'component-definition': oscalText('component-definition', componentDefinition(sha256Of(catalogText())), sha256Of),
    'assessment-plan': planText(),
    'assessment-results': await wholeText(resultPieces()),
    poam: oscalText('poam', poam, sha256Of),
    mapping: oscalText('mapping', mapping, sha256Of),
  }
}

/** The gaps of an audited scope as a plan of action, of every kind there is. */
export function scopePoamText(): string {
  const framework = builtInFramework('soc2_tsc_2017_rev2022')
  const requirement = framework?.requirements[0]
  if (!framework || !requirement) throw new Error('the framework comes with the product')
  const gaps = GAP_KINDS.flatMap((kind) =>
    ['2026-Q1', null].map((quarter) => ({
      requirement: requirement.id,
      kind,
      quarter,
      source: 'aws_iam_user_console_mfa',
      detail: `Nobody looked: ${kind}.`,
    })),
  )
  const poam = scopePoam({
    scope: { framework: framework.id, period: { from: '2026-01-01', to: '2026-12-31' }, deploymentIds: [] },
    framework,
    operations: [
      {
        requirement: requirement.id,
        coverage: 'automated',
        state: 'missing',
        capabilities: ['IAM-02'],
        checks: ['aws_iam_user_console_mfa'],
        quarters: [],
        // The same gap in the same words is told twice by nobody; in ids it has to be told apart.
        gaps: [...gaps, ...gaps],
      },
    ],
    organization: oscalOrganization,
    lastModified,
  })
  if (poam === null) throw new Error('there are gaps')
  return oscalText('poam', poam, sha256Of)
}
