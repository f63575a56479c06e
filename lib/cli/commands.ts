import type { Command } from 'commander'
import { register as importRecords } from './import'
import { register as metrics } from './metrics'
import { register as migrate } from './migrate'
import { register as quality } from './quality'
import { registerDev as dev, register as start } from './start'
import { register as web } from './web'

/** Every command of `proofline`, in the order help shows them. A file loads what is heavy when it runs, not before. */
export const COMMANDS: readonly ((program: Command) => unknown)[] = [start, dev, web, migrate, quality]
