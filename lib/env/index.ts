// What the served application may use. Files and keys are next door, so that a page's bundle does not trace the disk.
export { childEnvironment } from './child-environment'
export { env, overrideEnv } from './env'
export { hasCode } from './error-code'
export { type Env, parseEnv } from './parse-env'
