import type { StandardId } from '@/lib/framework/standards'
import type { CitedRequirement } from '@/lib/model/scanner-record'

/** How scanners name the standards of the crosswalk. Benchmarks and older editions are other documents and have no row. */
const NAMES: readonly (readonly [pattern: RegExp, standard: StandardId])[] = [
  [/nist.*800.?53.*(rev(ision)?.?5|r5)/i, 'nist_800_53_r5'],
  [/iso.?(iec.?)?27001.*2022/i, 'iso_27001_2022_annex_a'],
  [/soc.?2/i, 'soc2_tsc_2017_rev2022'],
  [/pci.*(dss)?.*v?4(\.0)?/i, 'pci_dss_4_0'],
  [/(nist.*)?csf.*2/i, 'nist_csf_2_0'],
  [/cis.?controls/i, 'cis_controls_v8'],
]

/** Ids as the crosswalk writes them: AC-2(1) for ac_2_1 and AC-2.1, CC6.1 for cc_6_1, A.5.17 for 5.17, PR.AA-03 for pr_aa_3. */
const WRITTEN: Partial<Record<StandardId, (id: string) => string>> = {
  nist_800_53_r5: (id) =>
    id
      .toUpperCase()
      .replace(/^([A-Z]{2})[-_ ]?0*(\d+)/, '$1-$2')
      .replace(/^([A-Z]{2}-\d+)[_.(]0*(\d+)\)?.*$/, '$1($2)'),
  iso_27001_2022_annex_a: (id) => `A.${id.replace(/^A[._]/i, '').replaceAll('_', '.')}`,
  soc2_tsc_2017_rev2022: (id) => id.toUpperCase().replace(/^([A-Z]{1,2})[_. ]?(\d+)[_.](\d+).*$/, '$1$2.$3'),
  nist_csf_2_0: (id) =>
    id
      .toUpperCase()
      .replace(/^([A-Z]{2})[_.]([A-Z]{2})[-_](\d+).*$/, (_, a, b, n) => `${a}.${b}-${String(n).padStart(2, '0')}`),
  pci_dss_4_0: (id) => id.replaceAll('_', '.'),
}

/** A requirement as the crosswalk knows it; null for a standard it does not hold. */
export function citedRequirement({ standard, id }: CitedRequirement): { standard: StandardId; id: string } | null {
  const found = NAMES.find(([pattern]) => pattern.test(standard))?.[1]
  return found ? { standard: found, id: WRITTEN[found]?.(id.trim()) ?? id.trim() } : null
}
