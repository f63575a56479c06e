import { describe, expect, test } from 'vitest'
import { citedRequirement } from './cited-requirement'
import { ruleCapabilities } from './rule-capabilities'

describe('a rule of another scanner', () => {
  test('speaks to what our own check of the same purpose speaks to', () => {
    expect(ruleCapabilities('Prowler', 'iam_root_mfa_enabled', [])).toEqual({ capabilities: ['IAM-02'], by: 'check' })
  })

  test('is mapped by the requirements it cites, whatever else it cites', () => {
    const cited = [
      { standard: 'NIST-800-53-Revision-5', id: 'ia_2_1' },
      { standard: 'PCI-4.0', id: '8.4.2' },
      { standard: 'MITRE-ATTACK', id: 'T1190' },
    ]
    const { capabilities, by } = ruleCapabilities('Somebody', 'needs-mfa', cited)
    expect([capabilities[0], by]).toEqual(['IAM-02', 'requirements'])
  })

  test('is mapped by its name last, and by nothing where its name says nothing', () => {
    expect(ruleCapabilities('Prowler', 'defender_auto_provisioning_log_analytics_agent_vms_on', []).by).toBe('table')
    expect(ruleCapabilities('kube-bench', 'cis-1.10/5.1.3', []).capabilities).toEqual(['IAM-08'])
    expect(ruleCapabilities('Trivy', 'CVE-2026-1234', []).capabilities).toEqual(['MON-07'])
    expect(ruleCapabilities('Somebody', 'rule-7', [])).toEqual({ capabilities: [], by: null })
  })

  test('an older edition of a standard, or a benchmark, is another document', () => {
    expect(citedRequirement({ standard: 'ISO27001-2013', id: 'A.9.2' })).toBeNull()
    expect(citedRequirement({ standard: 'CIS-3.0', id: '1.20' })).toBeNull()
    expect(citedRequirement({ standard: 'PCI-3.2.1', id: '8.3' })).toBeNull()
  })

  test.each([
    ['NIST-800-53-Revision-5', 'ac_2_1', 'AC-2(1)'],
    ['NIST.800-53.r5', 'AC-2(1)', 'AC-2(1)'],
    ['NIST.800-53.r5', 'AC-2', 'AC-2'],
    ['ISO27001-2022', '5.17', 'A.5.17'],
    ['SOC2', 'cc_6_1', 'CC6.1'],
    ['NIST-CSF-2.0', 'pr_aa_3', 'PR.AA-03'],
  ])('%s %s is the requirement %s', (standard, id, known) => {
    expect(citedRequirement({ standard, id })?.id).toBe(known)
  })
})
