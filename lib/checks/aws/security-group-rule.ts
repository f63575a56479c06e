import type { SecurityGroupRule } from '@/lib/model/facts/aws-network'

const LAST_PORT = 65_535
const WITH_PORTS = new Set(['tcp', 'udp', '6', '17'])

/** Whether a rule admits every address of IPv4 or of IPv6. */
export const admitsTheWorld = ({ cidrs }: SecurityGroupRule): boolean => cidrs.some((cidr) => cidr.endsWith('/0'))

/** Whether a rule is for every protocol, or for every port of TCP or UDP. */
export function coversAllPorts({ protocol, fromPort, toPort }: SecurityGroupRule): boolean {
  if (protocol === '-1') return true
  return WITH_PORTS.has(protocol) && (fromPort ?? 0) <= 1 && (toPort ?? LAST_PORT) >= LAST_PORT
}

/** Whether a rule covers a TCP port. */
export function coversTcpPort({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  if (protocol === '-1') return true
  return (protocol === 'tcp' || protocol === '6') && (fromPort ?? 0) <= port && port <= (toPort ?? LAST_PORT)
}
