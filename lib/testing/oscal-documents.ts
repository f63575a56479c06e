const UUID = {
  catalog: '74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724',
  results: '5a1e0001-0000-4000-8000-000000000001',
  result: '5a1e0002-0000-4000-8000-000000000001',
  observation: '5a1e0003-0000-4000-8000-000000000001',
  risk: '5a1e0004-0000-4000-8000-000000000001',
}

const metadata = (title: string) => ({
  title,
  'last-modified': '2026-01-01T09:00:00Z',
  version: '2.1',
  'oscal-version': '1.1.2',
})

type Changes = { controls?: readonly object[]; title?: string }

/** An OSCAL catalog with four controls in force, one within another, and one withdrawn. */
export const catalogDocument = ({ controls, title = 'Bank of Examples baseline' }: Changes = {}) => ({
  catalog: {
    uuid: UUID.catalog,
    metadata: metadata(title),
    groups: [
      {
        id: 'ac',
        title: 'Access control',
        controls: controls ?? [
          {
            id: 'ac-2',
            title: 'Account management',
            params: [{ id: 'ac-2_prm_1', label: 'period' }],
            props: [{ name: 'label', value: 'AC-2' }],
            links: [{ href: '#x-1', rel: 'reference' }],
            parts: [
              {
                id: 'ac-2_smt',
                name: 'statement',
                prose: 'Review accounts every {{ insert: param, ac-2_prm_1 }}.',
                parts: [
                  { id: 'ac-2_smt.a', name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'All of them.' },
                ],
              },
            ],
            controls: [{ id: 'ac-2.1', title: 'Automated account management' }],
          },
          { id: 'x-1', title: 'Branch keys', props: [{ name: 'capability', value: 'IAM-02' }] },
          { id: 'x-2', title: 'Vault doors' },
          { id: 'x-9', title: 'Fax machines', props: [{ name: 'status', value: 'withdrawn' }] },
        ],
      },
    ],
  },
})

type Imports = { href?: string; 'include-controls'?: object[]; 'include-all'?: object; 'exclude-controls'?: object[] }

/** An OSCAL profile with one import. */
export const profileDocument = (one: Imports = {}, more: object = {}) => ({
  profile: {
    uuid: '5a1e0009-0000-4000-8000-000000000001',
    metadata: metadata('Branch profile'),
    imports: [{ href: `#${UUID.catalog}`, ...one }],
    ...more,
  },
})

type Judged = { target: string; state: 'satisfied' | 'not-satisfied' }

const DEFAULT: readonly Judged[] = [
  { target: 'iam-02_obj', state: 'not-satisfied' },
  { target: 'ac-6.1_obj', state: 'not-satisfied' },
  { target: 'iam-03_smt', state: 'satisfied' },
]

/** OSCAL assessment results with one result, whose findings are as given. */
export const resultsDocument = (judged: readonly Judged[] = DEFAULT) => ({
  'assessment-results': {
    uuid: UUID.results,
    metadata: metadata('Yearly assessment'),
    'import-ap': { href: 'plan.json' },
    results: [
      {
        uuid: UUID.result,
        title: 'Zero trust 2025',
        description: 'All branches.',
        start: '2025-11-01T00:00:00Z',
        end: '2025-11-21T00:00:00Z',
        'reviewed-controls': { 'control-selections': [{ 'include-all': {} }] },
        observations: [
          {
            uuid: UUID.observation,
            description: 'MFA reaches 83 % of the staff.',
            methods: ['TEST'],
            collected: '2025-11-20T10:00:00Z',
          },
        ],
        risks: [{ uuid: UUID.risk, title: 'MFA gap', description: 'd', statement: 's', status: 'open' }],
        findings: judged.map(({ target, state }, i) => ({
          uuid: `5a1e0005-0000-4000-8000-00000000000${i}`,
          title: `Finding ${i}`,
          description: 'What was found.',
          target: {
            type: target.includes('_smt') ? 'statement-id' : 'objective-id',
            'target-id': target,
            status: { state },
          },
          'related-observations': [{ 'observation-uuid': UUID.observation }],
          'related-risks': [{ 'risk-uuid': UUID.risk }],
        })),
      },
    ],
  },
})
