import { effects } from './effects'
import type { Profile } from './profile'

export const GOVERNMENT: readonly Profile[] = [
  {
    slug: 'port-of-aldery',
    name: 'Port of Aldery',
    sector: 'government',
    headcount: 2700,
    clouds: ['azure', 'on-premises'],
    deployment: { slug: 'terminal-operations', name: 'Terminal operations', environment: 'Azure + AKS, quay network' },
    goLive: '2025-09',
    layers: 5,
    burdens: effects([13.4, -0.67], [5.5, -0.5], [7.1, -0.58], [0.23, -0.88]),
    stages: { before: [0, 0, 0, 0, 0], after: [2, 1, 2, 1, 1] },
    notApplicable: { 'DAT-08': 'No model is trained or served for the terminals.' },
    diligence: 0.65,
    audits: [{ framework: 'NIST CSF 2.0', controls: 106 }],
  },
  {
    slug: 'dept-of-records',
    name: 'Dept. of Records',
    sector: 'government',
    headcount: 9900,
    clouds: ['aws', 'on-premises'],
    deployment: { slug: 'public-registers', name: 'Public registers', environment: 'AWS + EKS, one data centre' },
    goLive: '2025-06',
    layers: 5,
    burdens: effects([19.8, -0.71], [5.8, -0.53], [7.5, -0.58], [0.21, -0.9]),
    stages: { before: [0, 0, 0, 0, 0], after: [2, 2, 2, 2, 2] },
    notApplicable: {},
    diligence: 0.85,
    audits: [{ framework: 'ISO/IEC 27001:2022', controls: 118 }],
  },
]
