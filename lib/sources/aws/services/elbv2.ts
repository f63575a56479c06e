import type { Listener } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Step } from '@/lib/sources/collect/collector'
import { type AwsUnit, resource } from '../aws-unit'
import { listStep } from '../list-step'
import { nestedStep } from '../nested-step'
import { ordered } from '../ordered'

const PAGE = 400

type Options = { abortSignal: AbortSignal }

async function balancersPage(unit: AwsUnit, Marker: string | undefined, options: Options) {
  const client = await unit.client('elbv2')
  const answer = await client.describeLoadBalancers({ Marker, PageSize: unit.sizes.page(PAGE) }, options)
  return { items: answer.LoadBalancers, next: answer.NextMarker, $metadata: answer.$metadata }
}

export const loadBalancers = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'elasticloadbalancing:DescribeLoadBalancers',
    ask: (token, options) => balancersPage(unit, token, options),
    toResource: ({ LoadBalancerArn = '', LoadBalancerName, Type = '', Scheme = '' }) =>
      resource(unit, {
        type: 'aws.elbv2.load-balancer',
        id: LoadBalancerArn,
        name: LoadBalancerName,
        region: unit.region,
        facts: { kind: Type, scheme: Scheme },
      }),
  })

export const listeners = (unit: AwsUnit): Step =>
  nestedStep<Listener>(unit, {
    operation: 'elasticloadbalancing:DescribeListeners',
    owners: async (token, options) => {
      const { items, next, $metadata } = await balancersPage(unit, token, options)
      return { items: items?.map(({ LoadBalancerArn = '' }) => LoadBalancerArn), next, $metadata }
    },
    ask: async (LoadBalancerArn, Marker, options) => {
      const client = await unit.client('elbv2')
      const ask = { LoadBalancerArn, Marker, PageSize: unit.sizes.page(PAGE) }
      const answer = await client.describeListeners(ask, options)
      return { items: answer.Listeners, next: answer.NextMarker, $metadata: answer.$metadata }
    },
    toResources: async (found, balancer) =>
      found.map(({ ListenerArn = '', Protocol = '', Port, SslPolicy }) =>
        resource(unit, {
          type: 'aws.elbv2.listener',
          id: ListenerArn,
          name: `${balancer.split('/')[2] ?? balancer}:${Port ?? ''}`,
          region: unit.region,
          facts: { loadBalancer: balancer, protocol: Protocol, port: Port ?? null, sslPolicy: SslPolicy || null },
        }),
      ),
  })

export const sslPolicies = (unit: AwsUnit): Step =>
  listStep(unit, {
    operation: 'elasticloadbalancing:DescribeSSLPolicies',
    ask: async (Marker, options) => {
      const client = await unit.client('elbv2')
      const answer = await client.describeSSLPolicies({ Marker, PageSize: unit.sizes.page(PAGE) }, options)
      return { items: answer.SslPolicies, next: answer.NextMarker, $metadata: answer.$metadata }
    },
    toResource: ({ Name = '', SslProtocols }) =>
      resource(unit, {
        type: 'aws.elbv2.ssl-policy',
        id: Name,
        region: unit.region,
        facts: { protocols: ordered(SslProtocols) },
      }),
  })
