import { type Capability, capabilities } from './capabilities'
import outline from './catalogue/0.1/outline.json'

/** The version every new assessment pins. A released catalogue is never edited; a change makes a new version. */
export const FRAMEWORK_VERSION: string = outline.version

/** The part of the framework that engines compute with. */
export type Framework = { version: string; capabilities: readonly Capability[] }

export const framework: Framework = { version: FRAMEWORK_VERSION, capabilities }
