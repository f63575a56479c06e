import { z } from 'zod'
import { CapabilityId, LayerId } from '@/lib/model/layer'

/** What the catalogue's files hold. The tests parse every committed file with these; at run time only their types are used. */
const Text = z.string().min(1)

export const Weight = z.union([z.literal(1), z.literal(2), z.literal(3)])
export type Weight = z.infer<typeof Weight>

/** Layers and capabilities by name and weight: the part every page needs. */
export const Outline = z.strictObject({
  version: Text,
  layers: z.array(z.strictObject({ id: LayerId, order: z.int(), name: Text })).length(5),
  capabilities: z.array(z.strictObject({ id: CapabilityId, layer: LayerId, name: Text, weight: Weight })),
})
export type Outline = z.infer<typeof Outline>

/** What an assessor reads about one capability. */
export const Guidance = z.strictObject({
  intent: Text,
  /** Practices of the source papers, `P1:` the five-layer framework paper, `P2:` Verma (2025). */
  practices: z.array(Text).min(1),
  /** What must be true at each stage; the index is the stage. */
  stages: z.tuple([Text, Text, Text, Text]),
  weightRationale: Text,
  /** Evidence to ask for. */
  evidence: z.array(Text).min(1),
})
export type Guidance = z.infer<typeof Guidance>

/** A call of a provider's API that could yield evidence for a capability. */
export const AutomatedCheck = z.strictObject({
  provider: Text,
  call: Text,
  /** The Prowler check of the same purpose; null when none is known. */
  prowlerCheck: Text.nullable(),
  metric: Text,
})
export type AutomatedCheck = z.infer<typeof AutomatedCheck>

const requirements = z.array(z.strictObject({ id: Text, corroboratedBy: z.array(Text) }))

/** One capability's edges as stored: ids only, never a standard's own wording. */
export const CrosswalkRow = z.strictObject({
  caveat: Text.nullable(),
  cisa_ztmm_2_0: z.array(z.strictObject({ pillar: Text, function: Text })),
  nist_800_207_tenets: z.array(Text),
  nist_800_53_r5: requirements,
  iso_27001_2022_annex_a: requirements,
  soc2_tsc_2017_rev2022: requirements,
  pci_dss_4_0: requirements,
  nist_csf_2_0: requirements,
  cis_controls_v8: requirements,
})
export type CrosswalkRow = z.infer<typeof CrosswalkRow>

/** Titles that may be shown: works of the United States government. */
export const References = z.strictObject({
  nist80053Titles: z.record(Text, Text),
  nist800207Tenets: z.record(Text, Text),
  cisaFunctions: z.record(Text, z.array(Text)),
  cisaCrossCutting: z.array(Text),
  cisaNotCovered: z.array(z.strictObject({ pillar: Text, function: Text })),
})
export type References = z.infer<typeof References>

/** Where this version of the catalogue comes from and how far it was checked. */
export const Provenance = z.strictObject({
  version: Text,
  schema: Text,
  title: Text,
  generated: z.iso.date(),
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
  scoringNote: Text,
  relationshipNote: Text,
  licensingNote: Text,
  verification: z.record(Text, Text),
  /** NIST SP 800-53 controls whose title is cut in the source and completed here. */
  completedTitles: z.array(Text),
})
export type Provenance = z.infer<typeof Provenance>
