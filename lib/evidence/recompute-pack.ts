import type { Digest } from '@/lib/kernel/digest'
import { PackManifest } from '@/lib/model/pack-manifest'
import type { PackRecomputation, PackScore } from '@/lib/model/pack-recomputation'
import { ScorePredicate } from '@/lib/model/score-predicate'
import { type InTotoStatement, type PublishedKeys, SCORE_PREDICATE } from '@/lib/model/signed-statement'
import { MANIFEST_FILE, PACK_PATHS } from './pack-layout'
import { readSignedScore } from './read-signed-score'
import { type RecomputedScore, recomputeScore } from './recompute-score'
import { packKeys } from './verify-pack/key-history'
import { openArchive, type PackArchive } from './verify-pack/pack-archive'
import { PackRefused } from './verify-pack/pack-refused'

const STATEMENT = /^statements\/[a-z]+-[0-9a-f-]{36}\.dsse\.json$/
const MOST_BYTES = 67_108_864
const MOST_DIFFERENCES = 100

type Whole = { archive: PackArchive; organizationId: string; keys: PublishedKeys; digest: Digest }
type Found = { score: PackScore; result: string | null; posture: string | null }

/**
 * Computes every signed score of a pack once more, from the pack alone: each statement's signature, the digest of its
 * inputs, and all of its result. `keys` null takes those inside the pack. Whether the rest of the pack is whole is for
 * verifyPack to say. Throws PackRefused for what is no pack.
 */
export async function recomputePack(
  blob: Blob,
  { keys, digest }: { keys: PublishedKeys | null; digest: Digest },
): Promise<PackRecomputation> {
  const archive = await openArchive(blob)
  const { organization } = await manifestOf(archive)
  const known = keys ?? (await packKeys(archive, null))
  const whole = { archive, organizationId: organization.id, keys: known, digest }
  const found: Found[] = []
  for (const { path } of archive.entries) if (STATEMENT.test(path)) found.push(await scoreIn(whole, path))
  const byResult = new Map(found.map(({ result, score }) => [result, score.file]))
  const scores = found.map(({ score, posture }) => ({
    ...score,
    cappedBy: posture === null ? null : (byResult.get(posture) ?? null),
  }))
  const { name, synthetic } = organization
  const ok = scores.every(({ outcome }) => outcome === 'ok')
  return { ok, organization: name, synthetic, signer: keys ? 'confirmed' : 'unconfirmed', scores }
}

async function scoreIn(whole: Whole, file: string): Promise<Found> {
  const read = await readSignedScore(await textOf(whole.archive, file), whole.keys)
  if ('refused' in read) return nothing({ ...UNREAD, file, kid: read.kid, reason: read.refused })
  const { statement, kid } = read
  const predicate = ScorePredicate.safeParse(statement.predicate).data
  if (statement.predicateType !== SCORE_PREDICATE || !predicate)
    return nothing({ ...UNREAD, file, kid, reason: 'it says nothing of a score that this release can read' })
  const done =
    predicate.organization.id === whole.organizationId ? await recomputed(whole, statement, predicate) : ALIEN
  const digests = new Map(statement.subject.map((one) => [one.name, one.digest.sha256]))
  return {
    score: { ...said(predicate), ...outcomeOf(done), file, kid, cappedBy: null },
    result: digests.get('result.json') ?? null,
    posture: digests.get('posture.json') ?? null,
  }
}

const ALIEN: RecomputedScore = { outcome: 'refused', predicate: null, reason: 'it speaks of another organization' }

async function recomputed(whole: Whole, statement: InTotoStatement, { inputs }: ScorePredicate) {
  const file = PACK_PATHS.statementInputs(inputs.sha256)
  if (!whole.archive.entries.some(({ path }) => path === file)) {
    const missing: RecomputedScore = { outcome: 'refused', predicate: null, reason: `${file} is missing` }
    return missing
  }
  return recomputeScore(statement, await textOf(whole.archive, file), whole.digest)
}

const outcomeOf = (done: RecomputedScore): Pick<PackScore, 'outcome' | 'reason' | 'differences'> =>
  done.outcome === 'refused'
    ? { outcome: 'refused', reason: done.reason, differences: [] }
    : {
        outcome: done.outcome === 'same' ? 'ok' : 'differs',
        reason: null,
        differences: done.differences.slice(0, MOST_DIFFERENCES),
      }

function said(predicate: ScorePredicate) {
  const { kind, deployment, formula, framework, result } = predicate
  const { score, stage } = result
  const of =
    predicate.kind === 'assessment'
      ? { subjectId: predicate.assessment.id, name: predicate.assessment.name, day: predicate.assessment.asOf }
      : { subjectId: predicate.run.id, name: predicate.run.connection.name, day: predicate.run.at.slice(0, 10) }
  return { kind, ...of, deployment: deployment?.name ?? null, formula, framework, score, stage }
}

const UNREAD = {
  kind: null,
  subjectId: null,
  name: null,
  deployment: null,
  day: null,
  formula: null,
  framework: null,
  score: null,
  stage: null,
  outcome: 'refused',
  differences: [],
  cappedBy: null,
} satisfies Partial<PackScore>

const nothing = (score: PackScore): Found => ({ score, result: null, posture: null })

async function manifestOf(archive: PackArchive): Promise<PackManifest> {
  const text = await textOf(archive, MANIFEST_FILE)
  const read = PackManifest.safeParse(jsonIn(text))
  if (read.success) return read.data
  throw new PackRefused('manifest-unreadable', MANIFEST_FILE, `${MANIFEST_FILE} is not what a pack says of itself.`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const textOf = async (archive: PackArchive, path: string): Promise<string> =>
  new TextDecoder().decode(await archive.read(path, MOST_BYTES))
