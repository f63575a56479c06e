import { hexOf, type Scene } from './scene'

type Rule = {
  rule: string
  title: string
  severity: number
  standard: string
  requirements: readonly string[]
  apps: readonly number[]
}

/** What no check of ours looks at; the last cites nothing, so that no capability is known for it. */
const RULES: readonly Rule[] = [
  {
    rule: 'endpoint-disk-encryption',
    title: 'Laptop has no disk encryption',
    severity: 4,
    standard: 'NIST-800-53-Revision-5',
    requirements: ['SC-28'],
    apps: [0, 3],
  },
  {
    rule: 'shared-admin-mailbox',
    title: 'Administrators share one mailbox account',
    severity: 3,
    standard: 'NIST-800-53-Revision-5',
    requirements: ['IA-2', 'AC-2'],
    apps: [1],
  },
  {
    rule: 'wiki-page-public',
    title: 'Wiki page is open to everyone',
    severity: 2,
    standard: '',
    requirements: [],
    apps: [2, 4],
  },
]

/**
 * A file as another scanner would write it, in OCSF: made up here, like the scanner that it names. At the second reading one
 * of the laptops is in order.
 */
export const scannerFile = (scene: Scene): string =>
  JSON.stringify(
    RULES.flatMap(({ rule, title, severity, standard, requirements, apps }) =>
      apps.flatMap((n) => {
        const app = scene.apps[n]
        if (app === undefined) return []
        const isMended = rule === 'endpoint-disk-encryption' && n === 3 && scene.reading === 2
        return {
          activity_id: 1,
          class_uid: 2003,
          metadata: { event_code: rule, product: { name: 'Synthetic scanner', version: '1.0' }, version: '1.4.0' },
          finding_info: { title, uid: hexOf(scene, `${rule} ${app}`, 16) },
          severity_id: severity,
          status_code: isMended ? 'PASS' : 'FAIL',
          status_detail: `${title}, on the team of ${app}.`,
          time_dt: scene.at.toISOString(),
          cloud: { account: { uid: `${scene.slug}-workplace` } },
          resources: [{ uid: `${app}-${hexOf(scene, `device ${app}`, 6)}`, type: 'device', name: `Team ${app}` }],
          ...(requirements.length === 0 ? {} : { compliance: { standards: [standard], requirements } }),
        }
      }),
    ),
  )
