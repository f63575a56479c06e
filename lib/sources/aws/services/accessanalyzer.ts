import type { FindingSummaryV2 } from '@aws-sdk/client-accessanalyzer'
import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { nestedStep } from '../nested-step'

type Options = { abortSignal: AbortSignal }

async function analyzersPage(unit: AwsUnit, nextToken: string | undefined, options: Options) {
  const client = await unit.client('accessanalyzer')
  const answer = await client.listAnalyzers({ nextToken, maxResults: unit.sizes.page(100) }, options)
  return { items: answer.analyzers, next: answer.nextToken, $metadata: answer.$metadata }
}

export const analyzers = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'accessanalyzer:ListAnalyzers',
    ask: (token, options) => analyzersPage(unit, token, options),
    toResource: ({ arn = '', name, status = '', type = '' }) =>
      resource(unit, {
        type: 'aws.accessanalyzer.analyzer',
        id: arn,
        name,
        region: unit.region,
        facts: { status, kind: type },
      }),
  })

/** Findings that nobody has archived or resolved. */
export const activeFindings = (unit: AwsUnit): Step =>
  nestedStep<FindingSummaryV2>(unit, {
    operation: 'accessanalyzer:ListFindingsV2',
    owners: async (token, options) => {
      const { items, next, $metadata } = await analyzersPage(unit, token, options)
      return { items: items?.map(({ arn = '' }) => arn), next, $metadata }
    },
    ask: async (analyzerArn, nextToken, options) => {
      const client = await unit.client('accessanalyzer')
      const filter = { status: { eq: ['ACTIVE'] } }
      const asked = { analyzerArn, filter, nextToken, maxResults: unit.sizes.page(100) }
      const answer = await client.listFindingsV2(asked, options)
      return { items: answer.findings, next: answer.nextToken, $metadata: answer.$metadata }
    },
    toResources: async (found) =>
      found.map(({ id = '', status = '', findingType = '', resource: about = '', resourceType = '' }) =>
        resource(unit, {
          type: 'aws.accessanalyzer.finding',
          id,
          region: unit.region,
          facts: { status, kind: findingType, resource: about, resourceType },
        }),
      ),
  })
