export const STANDARDS = [
  'cisa_ztmm_2_0',
  'nist_800_207_tenets',
  'nist_800_53_r5',
  'iso_27001_2022_annex_a',
  'soc2_tsc_2017_rev2022',
  'pci_dss_4_0',
  'nist_csf_2_0',
  'cis_controls_v8',
] as const
export type StandardId = (typeof STANDARDS)[number]

export type Standard = {
  id: StandardId
  name: string
  shortName: string
  /** `ids-only`: the publisher's licence does not let its titles or text be shown, exported or stored here. */
  wording: 'titles' | 'ids-only'
}

/** The standards the framework is mapped to. CIS numbering is that of 8.1. */
export const standards: readonly Standard[] = [
  { id: 'cisa_ztmm_2_0', name: 'CISA Zero Trust Maturity Model 2.0', shortName: 'ZTMM', wording: 'titles' },
  { id: 'nist_800_207_tenets', name: 'NIST SP 800-207 tenets', shortName: '800-207', wording: 'titles' },
  { id: 'nist_800_53_r5', name: 'NIST SP 800-53 Revision 5', shortName: '800-53', wording: 'titles' },
  { id: 'iso_27001_2022_annex_a', name: 'ISO/IEC 27001:2022 Annex A', shortName: 'ISO', wording: 'ids-only' },
  {
    id: 'soc2_tsc_2017_rev2022',
    name: 'SOC 2 Trust Services Criteria 2017, revised 2022',
    shortName: 'SOC 2',
    wording: 'ids-only',
  },
  { id: 'pci_dss_4_0', name: 'PCI DSS 4.0', shortName: 'PCI', wording: 'ids-only' },
  { id: 'nist_csf_2_0', name: 'NIST Cybersecurity Framework 2.0', shortName: 'CSF', wording: 'ids-only' },
  { id: 'cis_controls_v8', name: 'CIS Controls 8.1', shortName: 'CIS', wording: 'ids-only' },
]

/** Goes wherever an edge is shown or exported. */
export const MAPPING_NOTE = 'No standards body endorses this mapping.'
