/** The name at the end of an ARN, as other resources refer to it: `vpc-1` of `arn:…:vpc/vpc-1`. A bare name stays. */
export const nameInArn = (id: string): string => id.slice(id.lastIndexOf('/') + 1)
