import { checkOf } from '@/lib/checks/registry'
import { readOrganizations } from '@/lib/db/read-scope'
import { findingRecordReader } from '@/lib/db/repositories/finding-records'
import { sha256 } from '@/lib/db/sha256'
import { type FileLocation, fileLocation } from '@/lib/evidence/file-location'
import { ocsfComplianceFinding } from '@/lib/evidence/ocsf-compliance-finding'
import { SARIF_BEGIN, type SarifRule, sarifEnd, sarifResult } from '@/lib/evidence/sarif-findings'
import { jsonList } from '@/lib/evidence/tables/json-table'
import { findingKey } from '@/lib/findings/finding-key'
import { requirementsTouched } from '@/lib/framework/requirements-touched'
import type { Finding } from '@/lib/model/finding'
import type { TableDocument } from './source'

/** Findings as a JSON array of OCSF 1.8 events of class Compliance Finding. */
export const findingEvents: TableDocument<Finding> = {
  mediaType: 'application/json',
  write: (pages, { organizationId: id, slug, name }) =>
    jsonList(pages, (finding) =>
      ocsfComplianceFinding(finding, {
        organization: { id, slug, name },
        requirements: requirementsTouched(finding.capabilities),
        remediation: checkOf(finding.checkId)?.remediation.text ?? null,
      }),
    ),
}

/** Findings that stand in a file as a SARIF 2.1.0 log, which says how many stand in none. */
export const findingLog: TableDocument<Finding> = {
  mediaType: 'application/sarif+json',
  async *write(pages, { organizationId }) {
    const rules = new Map<string, SarifRule>()
    let withoutFile = 0
    let separator = '\n'
    yield SARIF_BEGIN
    for await (const findings of pages) {
      const places = await placesOf(organizationId, findings)
      withoutFile += findings.length - places.size
      const results = findings.flatMap((finding) => {
        const place = places.get(finding.id)
        if (place === undefined) return []
        const { checkId: id, title, resource } = finding
        if (!rules.has(id)) rules.set(id, { id, title, help: checkOf(id)?.remediation.text ?? null })
        return [JSON.stringify(sarifResult(finding, place, findingKey(sha256, id, resource.id)))]
      })
      if (results.length === 0) continue
      yield separator + results.join(',\n')
      separator = ',\n'
    }
    yield sarifEnd(rules.values(), withoutFile)
  },
}

async function placesOf(organizationId: string, findings: readonly Finding[]): Promise<Map<string, FileLocation>> {
  const ids = findings.map(({ id }) => id)
  const records = await readOrganizations([organizationId], (tx) => findingRecordReader(tx, organizationId).of(ids))
  const names = new Map(findings.map(({ id, resource }) => [id, resource.name]))
  return new Map(
    records.flatMap(({ id, format, record }) => {
      const place = fileLocation(format, record, names.get(id) ?? '')
      return place === null ? [] : [[id, place]]
    }),
  )
}
