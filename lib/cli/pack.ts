import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import type { Actor } from '@/lib/model/actor'
import { type EvidencePack, PackRequest } from '@/lib/model/evidence-pack'
import { Day, Instant } from '@/lib/model/instant'
import { FrameworkId } from '@/lib/model/requirement'
import { countText } from '@/lib/presentation/number'
import { buildPack } from '@/lib/services/build-pack'
import { getPack } from '@/lib/services/get-pack'
import { listDeployments } from '@/lib/services/list-deployments'
import { readPack } from '@/lib/services/read-pack'
import { requestPack } from '@/lib/services/request-pack'
import { type Answer, answering, remark } from './answering'
import { failureText } from './failure'
import { membershipOf } from './membership-of'
import { writeOutput } from './output-file'
import { withDatabase } from './with-database'

const Options = z.object({
  org: z.string(),
  framework: FrameworkId,
  from: Day,
  to: Day,
  deployment: z.array(z.string()).default([]),
  asOf: Instant.optional(),
  seed: z.string().min(1).max(80).default('proofline'),
  samples: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number from 0 to 1000')
    .default('25')
    .transform(Number)
    .pipe(z.int().max(1000, 'must be a whole number from 0 to 1000')),
  choose: z.array(z.string().regex(/^[a-z-]+=.+$/, 'must look like findings=ID,ID')).default([]),
  output: z.string().min(1),
})
type Options = z.infer<typeof Options>

const AGAIN_MS = 500

/** `proofline pack`: asks for a pack, builds it in this process, without a worker, and writes the ZIP. */
async function pack(options: Options): Promise<Answer> {
  const { org, output } = options
  return withDatabase(async () => {
    const { actor } = await membershipOf(org)
    const request = await requestOf(actor, options)
    const { id, organizationId } = await requestPack(actor, { org, pack: request, isBuiltHere: true })
    const complain = (error: unknown) => remark(failureText(error, false))
    while (isGoing(await buildPack({ organizationId, packId: id, complain }))) await wait(AGAIN_MS)
    const { contents: _, ...made } = await getPack(actor, { org, id })
    if (made.state !== 'done') {
      throw new AppError('unavailable', { detail: made.error ?? `The pack was not built: it is ${made.state}.` })
    }
    const { content } = await readPack(actor, { org, id })
    await writeOutput(content, output)
    return { json: { file: output, ...made }, text: textOf(made, output) }
  })
}

/** Somebody else may build it, or it is to be tried again. */
const isGoing = (state: EvidencePack['state'] | null): boolean => state === 'queued' || state === 'building'

async function requestOf(actor: Actor, { org, deployment, choose, ...asked }: Options): Promise<PackRequest> {
  const { framework, from, to, asOf, seed, samples } = asked
  const known = deployment.length === 0 ? [] : await listDeployments(actor, { org })
  const deploymentIds = deployment.map((slug) => {
    const found = known.find((one) => one.slug === slug)
    if (found) return found.id
    const problems = [{ field: '--deployment', reason: `there is no deployment "${slug}"` }]
    throw new AppError('invalid', { detail: 'Nothing was written.', problems })
  })
  const chosen = Object.fromEntries(
    choose.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1).split(',')]),
  )
  const sampling = { seed, size: samples, chosen }
  const parsed = PackRequest.safeParse({ framework, period: { from, to }, deploymentIds, asOf, sampling })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message }))
  throw new AppError('invalid', { detail: 'Nothing was written.', problems })
}

const textOf = ({ files, bytes, gaps, sha256, kid, asOf, reusedBytes }: EvidencePack, output: string): string =>
  [
    `Wrote ${output}: ${countText(files ?? 0)} files, ${countText(bytes ?? 0)} bytes, ${countText(gaps ?? 0)} gaps.`,
    ...(reusedBytes ? [`${countText(reusedBytes)} bytes were taken from an earlier pack.`] : []),
    `SHA-256 ${sha256}`,
    `Signed by ${kid}`,
    `Told as of ${asOf}; the same again: --as-of ${asOf}`,
  ].join('\n')

export const register = (program: Command): Command =>
  answering(
    program
      .command('pack')
      .description('build an evidence pack an auditor can verify without Proofline')
      .requiredOption('--org <slug>', 'the organization')
      .requiredOption('--framework <id>', 'proofline, the id of a standard, or custom:SLUG')
      .requiredOption('--from <day>', 'the first day of the period')
      .requiredOption('--to <day>', 'its last day')
      .option('--deployment <slug...>', 'deployments it is about (default: the whole organization)')
      .option('--as-of <instant>', 'the instant it is told as of, to build the same pack again (default: now)')
      .option('--seed <text>', 'what samples are drawn with (default: proofline)')
      .option('--samples <n>', 'rows drawn from each population (default: 25)')
      .option('--choose <population=ids...>', 'rows of a population chosen instead of drawn, by id')
      .requiredOption('-o, --output <file>', 'the ZIP to write'),
    Options,
    pack,
  )
