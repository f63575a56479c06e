import type { Check } from '../../frame/check'
import { fail, pass } from '../../frame/judge'
import { evaluateListeners, LISTENER_OPERATIONS } from '../evaluate-listeners'

const MODERN: readonly string[] = ['TLSv1.2', 'TLSv1.3']

export const elbv2Tls12MinPolicy: Check = {
  id: 'aws_elbv2_tls12_min_policy',
  provider: 'aws',
  title: 'Load balancer accepts TLS older than 1.2',
  asserts:
    'Every HTTPS and TLS listener offers TLS 1.2 and later only; plain HTTP and TCP listeners have no policy to judge.',
  risk: 'Old versions of TLS have known flaws, and a client can be talked down to them.',
  severity: 'high',
  kind: 'every',
  threshold: 1,
  capabilities: ['DAT-03'],
  weak: [],
  feeds: [
    { capability: 'DAT-03', stage: 1, atLeast: 0.5 },
    { capability: 'DAT-03', stage: 2, atLeast: 1 },
  ],
  operations: LISTENER_OPERATIONS,
  permissions: LISTENER_OPERATIONS,
  remediation: {
    text: 'Give the listener a security policy such as ELBSecurityPolicy-TLS13-1-2-2021-06, after looking for old clients in the access logs.',
    commands: [
      {
        tool: 'aws',
        code: 'aws elbv2 modify-listener --listener-arn ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06',
      },
      { tool: 'terraform', code: 'ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" # in aws_lb_listener' },
    ],
    effort: 'minutes',
  },
  peers: [{ product: 'prowler', id: 'elbv2_insecure_ssl_ciphers' }],
  provenBy: 'server',
  evaluate: (facts) =>
    evaluateListeners(facts, ({ name, facts: { sslPolicy } }, protocols) => {
      const old = protocols.filter((protocol) => !MODERN.includes(protocol))
      if (old.length === 0) return pass
      return fail(`Listener ${name} accepts ${old.join(' and ')}; TLS 1.2 or later was expected.`, {
        sslPolicy,
        protocols,
      })
    }),
}
