import { readOrganizations } from '@/lib/db/read-scope'
import { packAuditRequests } from '@/lib/db/repositories/pack-request-reader'
import { PACK_PATHS, packFileName } from '@/lib/evidence/pack-layout'
import { freePaths, type Reusable, storedPiece, withEnding } from './pack-evidence-files'
import { jsonText, MEDIA, type PackPiece, textPiece } from './pack-piece'

type Asked = {
  organizationId: string
  reusable: Reusable
  spool: () => string
  framework: string
  asOf: string
  engagementId: string | null
}

/** What auditors asked for, what was said about it and the files that came with it. */
export async function requestPieces({ organizationId, reusable, spool, ...asked }: Asked): Promise<PackPiece[]> {
  const requests = await readOrganizations([organizationId], (tx) => packAuditRequests(tx, organizationId, asked))
  const pieces: PackPiece[] = []
  const free = freePaths()
  const told = requests.map(({ entries, ...request }) => ({
    ...request,
    entries: entries.map(({ files, ...entry }) => ({
      ...entry,
      files: files.map(({ fileName, ...file }) => {
        const name = withEnding(packFileName(fileName), file.mediaType)
        const path = free((unique) => PACK_PATHS.requestFile(request.id, file.sha256, unique), name, file.sha256)
        const speaksTo = request.requirement === '' ? null : request.requirement
        if (path !== null) pieces.push(storedPiece({ organizationId, reusable, spool }, { path, speaksTo, ...file }))
        return { ...file, fileName }
      }),
    })),
  }))
  return [await textPiece(PACK_PATHS.requests, MEDIA.json, jsonText({ requests: told })), ...pieces]
}
