import type { Command } from 'commander'
import { register as connect } from './connect'
import { register as exportDocuments } from './export'
import { register as findings } from './findings'
import { register as gate } from './gate'
import { register as importRecords } from './import'
import { register as keys } from './keys'
import { register as link } from './link'
import { register as maturity } from './maturity'
import { register as metrics } from './metrics'
import { register as migrate } from './migrate'
import { register as orgs } from './orgs'
import { register as pack } from './pack'
import { register as provider } from './provider'
import { register as quality } from './quality'
import { register as recompute } from './recompute'
import { register as retention } from './retention'
import { register as run } from './run'
import { register as seed } from './seed'
import { registerDev as dev, register as start } from './start'
import { register as study } from './study'
import { register as token } from './token'
import { register as verify } from './verify'
import { register as web } from './web'
import { register as worker } from './worker'

/** Every command of `proofline`, in the order help shows them. A file loads what is heavy when it runs, not before. */
export const COMMANDS: readonly ((program: Command) => unknown)[] = [
  start,
  dev,
  web,
  worker,
  migrate,
  connect,
  run,
  importRecords,
  findings,
  exportDocuments,
  pack,
  gate,
  maturity,
  metrics,
  seed,
  study,
  orgs,
  token,
  link,
  keys,
  provider,
  verify,
  recompute,
  retention,
  quality,
]
