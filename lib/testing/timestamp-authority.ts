import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OPENSSL = 'openssl'

const CONFIG = (folder: string) => `
[ tsa ]
default_tsa = one
[ one ]
dir = ${folder}
serial = ${folder}/serial
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
certs = ${folder}/ca.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.4146.2.3
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ ca ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[ for_timestamps ]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[ req ]
distinguished_name = name
[ name ]
`

export type TimestampAuthority = {
  url: string
  /** Its root, as PEM. */
  caFile: string
  /** Answers a query itself, without the network. */
  reply(query: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /** What is answered instead, for as long as it is set. */
  instead: Uint8Array | null
  close(): Promise<void>
}

/** An RFC 3161 authority of `openssl ts -reply` on 127.0.0.1, with a root and a certificate for timestamps of its own. */
export async function timestampAuthority(): Promise<TimestampAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'proofline-tsa-'))
  makeCertificates(folder)
  const reply = (query: Uint8Array) => replied(folder, query)
  const authority = { instead: null as Uint8Array | null }
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
    response.end(authority.instead ?? (await reply(Buffer.concat(parts))))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    rmSync(folder, { recursive: true })
  }
  return Object.assign(authority, { url: `http://127.0.0.1:${port}/tsa`, caFile: join(folder, 'ca.pem'), reply, close })
}

function makeCertificates(folder: string): void {
  writeFileSync(join(folder, 'openssl.cnf'), CONFIG(folder))
  writeFileSync(join(folder, 'serial'), '01\n')
  const openssl = (...args: string[]) => execFileSync(OPENSSL, args, { cwd: folder, stdio: 'pipe' })
  const fresh = ['req', '-config', 'openssl.cnf', '-newkey', 'rsa:2048', '-nodes']
  openssl(
    ...fresh,
    '-x509',
    '-days',
    '30',
    '-subj',
    '/CN=Test root',
    '-extensions',
    'ca',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  )
  openssl(...fresh, '-subj', '/CN=Test timestamps', '-keyout', 'tsa.key', '-out', 'tsa.csr')
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '20']
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    ...by,
    '-extfile',
    'openssl.cnf',
    '-extensions',
    'for_timestamps',
    '-out',
    'tsa.pem',
  )
}

let asked = 0

async function replied(folder: string, query: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  asked += 1
  const [question, answer] = [join(folder, `${asked}.tsq`), join(folder, `${asked}.tsr`)]
  writeFileSync(question, query)
  const args = ['ts', '-reply', '-config', join(folder, 'openssl.cnf'), '-queryfile', question, '-out', answer]
  await new Promise<void>((done, failed) => {
    execFile(OPENSSL, args, (error) => (error ? failed(error) : done()))
  })
  return Uint8Array.from(readFileSync(answer))
}
