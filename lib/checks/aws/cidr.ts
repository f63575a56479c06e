type Block = { network: bigint; prefix: number; bits: 32 | 128 }

function ipv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function ipv6(text: string): bigint | null {
  const [before = '', after, more] = text.split('::')
  if (more !== undefined) return null
  const groups = (half: string) => (half === '' ? [] : half.split(':'))
  const [head, tail] = [groups(before), groups(after ?? '')]
  const missing = 8 - head.length - tail.length
  if (after === undefined ? missing !== 0 : missing < 1) return null
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return all.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n)
}

function blockOf(cidr: string): Block | null {
  const [address = '', length = ''] = cidr.split('/')
  const bits = address.includes(':') ? 128 : 32
  const network = bits === 128 ? ipv6(address) : ipv4(address)
  const prefix = Number(length)
  return network === null || !/^\d{1,3}$/.test(length) || prefix > bits ? null : { network, prefix, bits }
}

/** Whether one address range, in CIDR notation, holds the whole of another. False for what is no range, a prefix list's id among it. */
export function coversCidr(outer: string, inner: string): boolean {
  const [wide, narrow] = [blockOf(outer), blockOf(inner)]
  if (!wide || !narrow || wide.bits !== narrow.bits || wide.prefix > narrow.prefix) return false
  const host = BigInt(wide.bits - wide.prefix)
  return wide.network >> host === narrow.network >> host
}
