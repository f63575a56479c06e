import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '@/lib/kernel/app-error'
import { isAddressRange } from './address-range'

/** What the surroundings say about this process. A null setting was not given. */
export type Env = {
  /** Where Postgres is; null means the embedded one under `dataDir`. */
  databaseUrl: string | null
  /** The origin people type into their browser, without a slash at the end. */
  url: string
  /** Whether PROOFLINE_URL says so; otherwise `url` is a guess that holds on this machine only. */
  urlIsGiven: boolean
  /** Absolute path of the folder that holds everything Proofline keeps on this machine. */
  dataDir: string
  /** 32 bytes each, from which every other secret is derived. The first seals, all of them open; empty when not given. */
  keys: readonly Buffer[]
  /** Absolute path of a file that lists the keys instead, one a line; null when none was named. */
  keyFile: string | null
  /** Private addresses (CIDR) and hosts that connections may reach all the same; lower case. */
  outboundAllow: readonly string[]
  /** Addresses (CIDR) of proxies in front of us, whose word on who asks and from what device is believed. */
  trustedProxies: readonly string[]
  /** The Open Policy Agent that decides instead of the policy in this process; null when there is none. */
  opaUrl: string | null
  /** Whether the policy's sources must be judged: without opa that gate fails instead of not being run. */
  requireOpa: boolean
  /** Who asks AWS on our behalf, as roles have to trust it; null when nobody said so. */
  awsPrincipal: string | null
  /** The timestamp authority (RFC 3161) that packs are shown to; null when there is none. */
  tsaUrl: string | null
  port: number | null
  /** How long a session lasts at most, and how long without a request. */
  sessionHours: number
  sessionIdleMinutes: number
  /** Requests a minute of one person or one token; a try to sign in counts ten times, by address. */
  ratePerMinute: number
  /** After how long without a sign of life another worker goes on with a unit. */
  leaseSeconds: number
  /** How long one unit of a run may be worked on; what it has not read by then is unavailable. */
  unitSeconds: number
  /** Units of one account that are read at the same time. */
  accountUnits: number
  /** Whether unexpected failures show their stack. */
  debug: boolean
  /** Whether Next serves unbuilt sources, which need `eval`. */
  development: boolean
}

type Source = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = 3000
const KEY_BYTES = 32
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/

/** An address that merely looks like a host name (10.0.0.300) is a typing mistake, not a host. */
const isHost = (text: string) => HOST.test(text) && !/^[\d.]+$/.test(text)

function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && hostname !== '' && pathname.length > 1
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === ''
}

/** The 32 bytes that `text` spells in base64, or null when it spells anything else. */
function decodeKey(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text ? bytes : null
}

/** The keys that `text` lists, separated by commas or lines; null when there is none or any is not 32 bytes. */
export function decodeKeys(text: string): [Buffer, ...Buffer[]] | null {
  const items = text.split(/[\s,]+/).filter((item) => item !== '')
  const [first, ...rest] = items.map(decodeKey).filter((key) => key !== null)
  return first && rest.length + 1 === items.length ? [first, ...rest] : null
}

const list = (text: string) =>
  text
    .split(/[\s,]+/)
    .filter((item) => item !== '')
    .map((item) => item.toLowerCase())

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number)

const Settings = z
  .object({
    DATABASE_URL: z
      .string()
      .refine(isDatabaseUrl, 'must look like postgresql://user:password@host:5432/database')
      .optional(),
    PROOFLINE_URL: z
      .string()
      .refine(isOrigin, 'must be an origin like https://proofline.example.org, without a path')
      .optional(),
    PROOFLINE_DATA_DIR: z.string().default('.proofline'),
    PROOFLINE_KEY: z
      .string()
      .default('')
      .refine(
        (text) => text === '' || decodeKeys(text) !== null,
        'must be 32 random bytes in base64, as made by: openssl rand -base64 32; several are separated by commas',
      )
      .transform((text) => decodeKeys(text) ?? []),
    PROOFLINE_KEY_FILE: z.string().optional(),
    PROOFLINE_OUTBOUND_ALLOW: z
      .string()
      .default('')
      .transform(list)
      .refine(
        (items) => items.every((item) => isAddressRange(item) || isHost(item)),
        'must be a list of CIDRs and host names, separated by commas',
      ),
    PROOFLINE_TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform(list)
      .refine(
        (items) => items.every((item) => isAddressRange(item) && !item.endsWith('/0')),
        'must be a list of CIDRs, separated by commas, none of which is every address',
      ),
    PROOFLINE_REQUIRE_OPA: z.string().default('0'),
    OPA_URL: z.string().refine(isOrigin, 'must be an origin like http://127.0.0.1:8181, without a path').optional(),
    PROOFLINE_AWS_PRINCIPAL: z
      .string()
      .regex(
        /^(\d{12}|arn:aws[a-z-]*:(iam|sts)::\d{12}:[\w+=,.@/-]+)$/,
        'must be the ARN of a role or user, or an account’s number',
      )
      .optional(),
    PROOFLINE_TSA_URL: z
      .url({ protocol: /^https?$/, error: 'must be the address of a timestamp authority, http or https' })
      .optional(),
    PORT: z
      .string()
      .refine(
        (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
        'must be a number from 1 to 65535',
      )
      .transform(Number)
      .optional(),
    PROOFLINE_SESSION_HOURS: wholeNumber(1, 24).default(8),
    PROOFLINE_SESSION_IDLE_MINUTES: wholeNumber(1, 480).default(30),
    PROOFLINE_RATE_PER_MINUTE: wholeNumber(10, 10_000_000).default(600),
    PROOFLINE_LEASE_SECONDS: wholeNumber(1, 600).default(15),
    PROOFLINE_UNIT_SECONDS: wholeNumber(1, 86_400).default(600),
    PROOFLINE_ACCOUNT_UNITS: wholeNumber(1, 64).default(6),
    PROOFLINE_DEBUG: z.string().default('0'),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ PROOFLINE_KEY, PROOFLINE_KEY_FILE }) => PROOFLINE_KEY.length === 0 || PROOFLINE_KEY_FILE === undefined, {
    path: ['PROOFLINE_KEY_FILE'],
    message: 'must not be set beside PROOFLINE_KEY',
  })

/**
 * The settings in `source` (a process's environment); an empty variable counts as absent. A relative PROOFLINE_DATA_DIR
 * is resolved against `cwd`, which every npm script sets to the project's root. Throws `invalid` with one line that
 * names each bad variable and what it must be, and never its value, which may be a secret.
 */
export function parseEnv(source: Source, cwd: string): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new AppError('invalid', { detail: `The environment is not valid: ${faults.join('; ')}.` })
  }
  const settings = parsed.data
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    url: new URL(settings.PROOFLINE_URL ?? `http://localhost:${settings.PORT ?? DEFAULT_PORT}`).origin,
    urlIsGiven: settings.PROOFLINE_URL !== undefined,
    dataDir: resolve(cwd, settings.PROOFLINE_DATA_DIR),
    keys: settings.PROOFLINE_KEY,
    keyFile: settings.PROOFLINE_KEY_FILE === undefined ? null : resolve(cwd, settings.PROOFLINE_KEY_FILE),
    outboundAllow: settings.PROOFLINE_OUTBOUND_ALLOW,
    trustedProxies: settings.PROOFLINE_TRUSTED_PROXIES,
    requireOpa: settings.PROOFLINE_REQUIRE_OPA !== '0',
    opaUrl: settings.OPA_URL === undefined ? null : new URL(settings.OPA_URL).origin,
    awsPrincipal: settings.PROOFLINE_AWS_PRINCIPAL ?? null,
    tsaUrl: settings.PROOFLINE_TSA_URL ?? null,
    port: settings.PORT ?? null,
    sessionHours: settings.PROOFLINE_SESSION_HOURS,
    sessionIdleMinutes: settings.PROOFLINE_SESSION_IDLE_MINUTES,
    ratePerMinute: settings.PROOFLINE_RATE_PER_MINUTE,
    leaseSeconds: settings.PROOFLINE_LEASE_SECONDS,
    unitSeconds: settings.PROOFLINE_UNIT_SECONDS,
    accountUnits: settings.PROOFLINE_ACCOUNT_UNITS,
    debug: settings.PROOFLINE_DEBUG !== '0',
    development: settings.NODE_ENV === 'development',
  }
}
