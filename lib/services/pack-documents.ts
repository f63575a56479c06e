import { checkOf } from '@/lib/checks/registry'
import { forOrganization } from '@/lib/db/store'
import { ocsfComplianceFinding } from '@/lib/evidence/ocsf-compliance-finding'
import { PACK_PATHS } from '@/lib/evidence/pack-layout'
import { requirementsTouched } from '@/lib/framework/requirements-touched'
import type { AuditScope } from '@/lib/model/audit-scope'
import { oscalDocuments } from './oscal-documents'
import { MEDIA, type PackPiece, streamedPiece } from './pack-piece'
import type { PopulationReader } from './pack-place'

type Organization = { id: string; slug: string; name: string }
type Making = {
  organization: Organization
  scope: AuditScope
  asOf: string
  reader: PopulationReader
  spool: () => string
  signal: AbortSignal
}

/** An hour: documents of many findings are made within one transaction, so that they agree with each other. */
const PATIENCE_MS = 3_600_000

/** The OSCAL documents of the scope; those there cannot be, with why. */
export const oscalPieces = ({ organization, scope, asOf, spool, signal }: Making) =>
  forOrganization(
    organization.id,
    async (store) => {
      const pieces: PackPiece[] = []
      const absent: { name: string; reason: string }[] = []
      for await (const document of oscalDocuments(store, { scope, asOf })) {
        signal.throwIfAborted()
        const path = PACK_PATHS.oscal(document.name)
        if ('absent' in document) absent.push({ name: path, reason: document.absent })
        else pieces.push(await streamedPiece(path, MEDIA.json, document.pieces, spool()))
      }
      return { pieces, absent }
    },
    { timeoutMs: PATIENCE_MS },
  )

/** The findings of the population as one array of OCSF events. */
export const findingsPiece = ({ organization, reader, spool, signal }: Making): Promise<PackPiece> =>
  streamedPiece(PACK_PATHS.findings, MEDIA.json, ocsfEvents(organization, reader, signal), spool())

async function* ocsfEvents(organization: Organization, reader: PopulationReader, signal: AbortSignal) {
  let separator = '[\n'
  // Findings of one check speak to the same capabilities.
  const touched = new Map<string, ReturnType<typeof requirementsTouched>>()
  const requirementsOf = (capabilities: readonly string[]) => {
    const key = capabilities.join()
    const found = touched.get(key) ?? requirementsTouched(capabilities)
    touched.set(key, found)
    return found
  }
  for await (const findings of reader.findings()) {
    signal.throwIfAborted()
    const events = findings.map((finding) =>
      JSON.stringify(
        ocsfComplianceFinding(finding, {
          organization,
          requirements: requirementsOf(finding.capabilities),
          remediation: checkOf(finding.checkId)?.remediation.text ?? null,
        }),
      ),
    )
    yield separator + events.join(',\n')
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}
