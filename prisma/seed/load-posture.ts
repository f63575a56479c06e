import type { Actor } from '@/lib/model/actor'
import type { Deployment } from '@/lib/model/deployment'
import { addSyntheticConnection } from '@/lib/services/add-synthetic-connection'
import { assignFinding } from '@/lib/services/assign-finding'
import { authorize } from '@/lib/services/authorize'
import { commentFinding } from '@/lib/services/comment-finding'
import { exceptFinding } from '@/lib/services/except-finding'
import { importFindings } from '@/lib/services/import-findings'
import { listConnections } from '@/lib/services/list-connections'
import { listFindingImports } from '@/lib/services/list-finding-imports'
import { listFindings } from '@/lib/services/list-findings'
import { listRuns } from '@/lib/services/list-runs'
import { recordSnapshot } from '@/lib/services/record-snapshot'
import type { ConnectionStory } from './posture/scene'
import type { FindingAct, FindingFile, PostureStory } from './posture/story'

type Place = { org: string; deployment: Deployment }
/** Who sets the sources up, and who works on what they find. */
type People = { owner: Actor; author: Actor }

const DAY_MS = 86_400_000
const PRODUCT = 'Synthetic scanner'
const PAGE = { limit: 200 }

/**
 * Takes in what the sources of a story say, oldest first, through the same snapshots, checks and findings as a run that read
 * them; nothing is asked of anybody. Repeated after an interruption it goes on where it stopped.
 */
export async function loadPosture(people: People, place: Place, story: PostureStory): Promise<void> {
  const sources = []
  for (const one of story.connections) sources.push(await sourceOf(people.owner, place, one))
  const steps = [
    ...sources.flatMap(({ id, begun, story: { readings } }) =>
      readings
        .slice(begun)
        .map((reading) => ({ at: reading.at, take: () => record(people.owner, place, id, reading) })),
    ),
    ...(await missingFiles(people.author, place, story)).map((file) => ({
      at: file.at,
      take: () => importFile(people.author, place, file),
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { take } of steps) await take()
  for (const act of story.acts) await perform(people.author, place, act)
}

/** The connection, and how many of its readings were taken before. */
async function sourceOf(owner: Actor, { org, deployment }: Place, story: ConnectionStory) {
  const { name, settings } = story
  const known = (await listConnections(owner, { org, page: PAGE })).items.find((one) => one.name === name)
  const { id } = known ?? (await addSyntheticConnection(owner, { org, name, deploymentId: deployment.id, settings }))
  const { items } = await listRuns(owner, { org, filter: { connection: id }, page: PAGE })
  return { id, begun: items.length, story }
}

async function record(
  owner: Actor,
  { org }: Place,
  connectionId: string,
  { at, parts }: ConnectionStory['readings'][number],
): Promise<void> {
  const admitted = await authorize(owner, org, 'run:start')
  await recordSnapshot(owner, {
    admitted,
    connectionId,
    trigger: 'upload',
    requestedBy: 'the synthetic study',
    parts,
    at,
  })
}

async function missingFiles(author: Actor, { org }: Place, { files }: PostureStory): Promise<FindingFile[]> {
  if (files.length === 0) return []
  const known = await listFindingImports(author, { org, page: PAGE })
  const names = new Set(known.items.map(({ fileName }) => fileName))
  return files.filter(({ fileName }) => !names.has(fileName))
}

async function importFile(author: Actor, { org }: Place, { at, fileName, text }: FindingFile): Promise<void> {
  const chunks = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  await importFindings(author, { org, options: { fileName, connection: PRODUCT, dryRun: false }, chunks, now: at })
}

/** Takes the newest open finding of a check on; one that has an owner was taken on before. */
async function perform(author: Actor, { org }: Place, { check, comment, accept }: FindingAct): Promise<void> {
  const { items } = await listFindings(author, {
    org,
    filter: { check, state: 'open' },
    sort: 'opened',
    page: { limit: 1 },
  })
  const [finding] = items
  if (!finding || finding.owner || author.userId === null) return
  const on = { org, id: finding.id }
  await assignFinding(author, { ...on, assign: { ownerId: author.userId } })
  await commentFinding(author, { ...on, comment: { text: comment } })
  if (!accept) return
  const until = new Date(Date.now() + accept.days * DAY_MS).toISOString().slice(0, 10)
  await exceptFinding(author, { ...on, except: { ownerId: author.userId, reason: accept.reason, until } })
}
