import type { Resource } from '@/lib/model/resource'
import type { AwsDataFacts } from './aws-data'
import type { AwsIamFacts } from './aws-iam'
import type { AwsNetworkFacts } from './aws-network'
import type { AwsWatchFacts } from './aws-watch'
import type { KubernetesFacts } from './kubernetes'
import type { TerraformFacts } from './terraform'

/** What is kept of each type of resource. A collector makes these and a check reads them; nobody else needs the shapes. */
export type FactTypes = AwsIamFacts & AwsNetworkFacts & AwsDataFacts & AwsWatchFacts & KubernetesFacts & TerraformFacts

export type ResourceType = keyof FactTypes
export type ResourceOf<Type extends ResourceType> = Resource<Type, FactTypes[Type]>
export type AnyResource = { [Type in ResourceType]: ResourceOf<Type> }[ResourceType]
