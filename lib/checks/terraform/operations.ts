/** What the reader of a hand-in records, besides what a live source is asked. */
export const CHANGES = 'terraform:resource_changes'
export const CHECKS = 'terraform:checks'
export const STATE = 'terraform:state'
/** The newest snapshots of the organization's clouds, beside a hand-in. */
export const LIVE = 'terraform:live'
