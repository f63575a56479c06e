import { derivedId } from '@/lib/kernel/id'
import type { Instant } from '@/lib/model/instant'
import { OSCAL_VERSION, type OscalObject, present } from './oscal-object'
import { line, props } from './oscal-text'

/** Whose document it is. */
export type OscalOrganization = { id: string; name: string; slug: string; synthetic: boolean }

type Facts = {
  title: string
  /** The newest of the facts the document tells; never the clock. */
  lastModified: Instant
  version: string
  /** Absent in documents that are the same for everybody. */
  organization?: OscalOrganization
  remarks?: string
  /** Resources of the document that all of it rests on. */
  rests?: readonly string[]
}

const OWNER = 'prepared-for'

/** The head of every document. Demo data says of itself that it is synthetic. */
export const metadataOf = ({ title, lastModified, version, organization, remarks, rests = [] }: Facts): OscalObject =>
  present({
    title: line(title),
    'last-modified': lastModified,
    version: line(version),
    'oscal-version': OSCAL_VERSION,
    ...(organization && ownedBy(organization)),
    links: rests.map((href) => ({ href, rel: 'reference' })),
    remarks,
  })

function ownedBy({ id, name, slug, synthetic }: OscalOrganization): OscalObject {
  const party = derivedId('oscal-party', id)
  return {
    props: props({ organization: slug, synthetic: synthetic ? 'true' : null }),
    roles: [{ id: OWNER, title: 'Prepared for' }],
    parties: [{ uuid: party, type: 'organization', name: line(name) }],
    'responsible-parties': [{ 'role-id': OWNER, 'party-uuids': [party] }],
  }
}
