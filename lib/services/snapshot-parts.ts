import { type Kept, snapshotFiles } from '@/lib/db/snapshot-files'
import { canonicalJson } from '@/lib/kernel/canonical-json'
import type { AnyResource } from '@/lib/model/facts/fact-types'
import { SNAPSHOT_FORMAT, Snapshot, type SnapshotPart } from '@/lib/model/snapshot'

export type KeptPart = Kept & { resources: number }

/** A part while its pages are added one by one; only their text is held. */
export type PartBuilder = { add(page: Iterable<AnyResource>): void; keep(organizationId: string): Promise<KeptPart> }

/**
 * Builds what one unit contributed: the canonical JSON array of its resources, ordered by type and id. A source that moves
 * under the reader may show the same thing on two pages; the later one counts.
 */
export function partBuilder(): PartBuilder {
  const texts = new Map<string, string>()
  return {
    add(page) {
      for (const resource of page) texts.set(`${resource.type}\n${resource.id}`, canonicalJson(resource))
    },
    async keep(organizationId) {
      const names = [...texts.keys()].sort()
      function* pieces() {
        for (const [i, name] of names.entries()) yield `${i === 0 ? '[' : ','}${texts.get(name)}`
        yield names.length === 0 ? '[]' : ']'
      }
      return { ...(await snapshotFiles(organizationId).put(pieces())), resources: names.length }
    },
  }
}

/** Keeps the manifest of a run's parts, which are ordered by account, region and service; its SHA-256 names the snapshot. */
export async function keepSnapshot(
  organizationId: string,
  source: string,
  parts: readonly SnapshotPart[],
): Promise<string> {
  const manifest: Snapshot = {
    format: SNAPSHOT_FORMAT,
    source,
    parts: parts.map(({ account, region, service, sha256, resources, coverage }) => ({
      account,
      region,
      service,
      sha256,
      resources,
      coverage,
    })),
  }
  return (await snapshotFiles(organizationId).put([canonicalJson(manifest)])).sha256
}

/** The manifest of a snapshot by its SHA-256. Throws `internal` when it is not what was kept. */
export const readSnapshot = async (organizationId: string, sha256: string): Promise<Snapshot> =>
  Snapshot.parse(JSON.parse(await snapshotFiles(organizationId).read(sha256)))

/** The resources that one account, cluster or workspace has in a snapshot, part by part. */
export async function* resourcesOf(
  organizationId: string,
  { parts }: Pick<Snapshot, 'parts'>,
  account: string,
): AsyncGenerator<AnyResource[]> {
  for (const part of parts) {
    if (part.account !== account || part.sha256 === null) continue
    yield JSON.parse(await snapshotFiles(organizationId).read(part.sha256)) as AnyResource[]
  }
}
