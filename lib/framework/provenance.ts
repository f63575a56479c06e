import source from './catalogue/0.1/provenance.json'
import type { Provenance } from './catalogue-schema'

/** Source digest, licensing limits and what was verified, for whoever asks where the framework comes from. */
export const provenance: Provenance = source
