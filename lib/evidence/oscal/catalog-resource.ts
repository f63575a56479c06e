import { FRAMEWORK_VERSION } from '@/lib/framework/framework'
import { OSCAL_JSON, type OscalResource } from './back-matter'

/** Our catalog, as documents that name its controls point at it. `sha256` is of the catalog written with them. */
export const catalogResource = (sha256: string): OscalResource => ({
  key: ['catalog', FRAMEWORK_VERSION],
  title: `Proofline zero-trust framework ${FRAMEWORK_VERSION}`,
  description: 'The catalog whose controls are named here: export it with the model catalog.',
  href: 'catalog.json',
  mediaType: OSCAL_JSON,
  sha256,
})
