import type { LayerId } from '@/lib/model/layer'

/** Plain titles by the layer an incident concerns. */
export const TITLES: Record<LayerId, readonly string[]> = {
  IAM: [
    'Sign-in from an unusual country',
    'Repeated second-factor prompts refused',
    'Service account used outside its schedule',
    'Leaver account still signed in',
    'Privileged role used without a request',
    'Session token replayed from another address',
  ],
  NET: [
    'Traffic between segments outside policy',
    'Administrative port reachable from a workload',
    'Unexpected egress to a new address',
    'Service called without a client certificate',
    'Gateway rule let an undocumented path through',
  ],
  MON: [
    'Log source fell silent',
    'Detection rule fired late',
    'Alert closed without triage',
    'Endpoint agent stopped reporting',
  ],
  POL: [
    'Configuration changed outside the pipeline',
    'Container admitted with extra privileges',
    'Deployment passed without a signed image',
    'Policy exception past its end date',
  ],
  DAT: [
    'Storage bucket readable from outside',
    'Secret found in a build log',
    'Unusual download of labelled records',
    'Backup restored to an unapproved place',
  ],
}
