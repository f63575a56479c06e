import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { evaluateListeners, LISTENER_OPERATIONS } from '../evaluate-listeners'

export const elbv2Tls13Supported: Check = {
  id: 'aws_elbv2_tls13_supported',
  provider: 'aws',
  title: 'Load balancer does not offer TLS 1.3',
  asserts: 'Every HTTPS and TLS listener offers TLS 1.3; plain HTTP and TCP listeners have no policy to judge.',
  risk: 'Clients that could use the stronger and faster handshake are held to TLS 1.2, where weaker ciphers are possible.',
  severity: 'low',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-03'],
  weak: [],
  feeds: [
    { capability: 'DAT-03', stage: 2, atLeast: 0.8 },
    { capability: 'DAT-03', stage: 3, atLeast: 1 },
  ],
  operations: LISTENER_OPERATIONS,
  permissions: LISTENER_OPERATIONS,
  remediation: {
    text: 'Switch the listener to a security policy whose name contains TLS13; those with 1-2 keep older clients working.',
    commands: [
      {
        tool: 'aws',
        code: 'aws elbv2 modify-listener --listener-arn ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06',
      },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'elbv2_listener_pqc_tls_enabled' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateListeners(facts, ({ name, facts: { sslPolicy } }, protocols) =>
      protocols.includes('TLSv1.3')
        ? pass
        : fail(`Listener ${name} does not offer TLS 1.3; a policy that does was expected.`, { sslPolicy, protocols }),
    ),
}
