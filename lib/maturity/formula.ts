/** Names every rule below. A change to any of them makes a new version; results of an older one are never rewritten. */
export const MATURITY_FORMULA = 'maturity/1'

/** Percent of a layer's applicable weight that must have reached a stage before the layer has. */
export const REACHED_PERCENT = 80

/** Percent of a layer's applicable weight that must be assessed before the layer has a stage at all. */
export const ESTABLISHED_PERCENT = 50

/** Capabilities of this weight must all have reached a stage before their layer has. */
export const HEAVY_WEIGHT = 3
