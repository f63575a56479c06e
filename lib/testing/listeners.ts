import { resourceOf } from './facts-of'

const where = { region: 'eu-west-1' }

/** A listener of a load balancer; one named `front` that speaks HTTPS by the policy of that name unless told otherwise. */
export const listenerOf = (sslPolicy: string | null, protocol = 'HTTPS', name = 'front') =>
  resourceOf(
    'aws.elbv2.listener',
    `arn:${name}`,
    { loadBalancer: 'arn:lb', protocol, port: 443, sslPolicy },
    { ...where, name },
  )

export const sslPolicyOf = (name: string, ...protocols: string[]) =>
  resourceOf('aws.elbv2.ssl-policy', name, { protocols }, where)
