/** The version of every definition in this folder. A change of any result is a new version. */
export const METRICS_FORMULA = 'metrics/1'
