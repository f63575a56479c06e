import type { Command } from 'commander'
import { z } from 'zod'
import { operator } from '@/lib/auth/operator'
import type { Posture } from '@/lib/model/posture'
import { layerName } from '@/lib/presentation/layer'
import { scoreText, shareText } from '@/lib/presentation/score'
import { stageLabel } from '@/lib/presentation/stage'
import { getMaturity } from '@/lib/services/get-maturity'
import { getPosture } from '@/lib/services/get-posture'
import { answering } from './answering'
import { textTable } from './text-table'
import { withDatabase } from './with-database'

const Options = z.object({ org: z.string(), deployment: z.string().optional() })

/** `proofline maturity`: what the checks support and what was assessed, layer by layer. */
export const register = (program: Command): Command =>
  answering(
    program
      .command('maturity')
      .description('what the checks support and what was assessed, layer by layer')
      .requiredOption('--org <slug>', 'the organization')
      .option('--deployment <slug>', 'only what feeds this deployment'),
    Options,
    ({ org, deployment }) =>
      withDatabase(async () => {
        const actor = await operator()
        const { posture } = await getPosture(actor, { org, deployment })
        const { at, deployment: assessedOf, current } = await getMaturity(actor, { org, deployment })
        const assessed = current && { deployment: assessedOf?.slug ?? null, ...current }
        const json = { organization: org, deployment: deployment ?? null, at, posture, assessed }
        return { json, text: textOf(posture, assessed?.maturity.layers ?? []) }
      }),
  )

type Assessed = readonly { layer: string; stage: Parameters<typeof stageLabel>[0]; score: number | null }[]

function textOf(posture: Posture | null, assessed: Assessed): string {
  if (!posture) return 'No run has come to verdicts yet. Connect a source and run it.'
  const rows = posture.layers.map((one) => {
    const own = assessed.find(({ layer }) => layer === one.layer)
    return [
      layerName(one.layer),
      stageLabel(one.stage),
      scoreText(one.score),
      shareText(one.coverage),
      shareText(one.confidence),
      own ? `${stageLabel(own.stage)} ${scoreText(own.score)}` : '–',
    ]
  })
  return textTable(COLUMNS, rows)
}

const COLUMNS = ['layer', 'checks support', 'score', 'coverage', 'confidence', 'assessed'].map((title) => ({ title }))
