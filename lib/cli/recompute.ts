import type { Command } from 'commander'
import { z } from 'zod'
import { sha256 } from '@/lib/db/sha256'
import { recomputePack } from '@/lib/evidence/recompute-pack'
import type { PackRecomputation, PackScore } from '@/lib/model/pack-recomputation'
import { PublishedKeys } from '@/lib/model/signed-statement'
import { type Answer, answering } from './answering'
import { fileBlob, readJsonFile } from './input-file'

const Options = z.object({ keys: z.string().optional() })

/** `proofline recompute`: every score of a pack, from the pack alone; needs no database and no network. */
export const register = (program: Command): Command =>
  answering(
    program
      .command('recompute')
      .description('compute every signed score of an evidence pack again; exit code 1 when one differs')
      .argument('<pack>', 'the evidence pack')
      .option('--keys <file>', 'public keys to hold the signatures against, instead of those in the pack'),
    Options,
    ({ keys }, [pack = '']) => recompute(pack, keys),
  )

/** Exit code 1 for a score that differs or is refused. Throws `invalid` for what is no pack or no list of keys. */
export async function recompute(pack: string, keysFile?: string): Promise<Answer> {
  const keys = keysFile === undefined ? null : await readJsonFile(keysFile, PublishedKeys)
  const done = await recomputePack(await fileBlob(pack), { keys, digest: sha256 })
  return { json: done, text: textOf(done), code: done.ok ? 0 : 1 }
}

const textOf = ({ organization, synthetic, signer, scores }: PackRecomputation): string =>
  [
    `${organization}${synthetic ? ' (synthetic)' : ''}: ${countedText(scores)}`,
    ...scores.map(lineOf),
    ...(signer === 'unconfirmed'
      ? ['The signatures were held against the keys inside the pack. Name a key history you trust with --keys.']
      : []),
  ].join('\n')

const countedText = (scores: readonly PackScore[]): string =>
  scores.length === 0
    ? 'the pack holds no signed score.'
    : `${scores.filter(({ outcome }) => outcome === 'ok').length} of ${scores.length} signed scores came out as stated.`

function lineOf({ file, kind, name, deployment, day, formula, score, stage, outcome, reason, differences }: PackScore) {
  if (kind === null) return `refused  ${file}: ${reason}`
  const what = `${kind} ${name}, ${deployment ?? 'whole organization'}, ${day}`
  const value = score === null ? 'no score' : `${score.toFixed(2)}${stage === null ? '' : `, stage ${stage}`}`
  const [first] = differences
  const why = first
    ? `: ${first.path} is stated as ${JSON.stringify(first.stated)} and comes out as ${JSON.stringify(first.computed)}${differences.length > 1 ? `, and ${differences.length - 1} more` : ''}`
    : reason === null
      ? ''
      : `: ${reason}`
  return `${outcome.padEnd(8)} ${what}: ${value} by ${formula}${why}`
}
