/** Names every rule by which verdicts become supported stages. A change to any of them makes a new version. */
export const POSTURE_FORMULA = 'posture/1'

/** Verdicts on facts older than this decide nothing: a source that is no longer read cannot keep a stage. */
export const FRESH_DAYS = 30
