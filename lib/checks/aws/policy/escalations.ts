// Ways by which a principal of AWS IAM can give itself more rights than it was granted, after the research published by
// Rhino Security Labs ("AWS IAM Privilege Escalation – Methods and Mitigation"). Each line is a set of actions that together
// are enough; the wording and the grouping are our own.
const PASSING_A_ROLE_TO = [
  ['ec2:RunInstances'],
  ['lambda:CreateFunction', 'lambda:InvokeFunction'],
  ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  ['lambda:CreateFunction', 'lambda:AddPermission'],
  ['glue:CreateDevEndpoint'],
  ['glue:CreateJob', 'glue:StartJobRun'],
  ['cloudformation:CreateStack'],
  ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
  ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
  ['sagemaker:CreateTrainingJob'],
  ['codebuild:CreateProject', 'codebuild:StartBuild'],
  ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
] as const

/** Sets of actions of which each is enough to escalate, as IAM spells them. */
export const ESCALATIONS: readonly (readonly string[])[] = [
  ['iam:CreatePolicyVersion'],
  ['iam:SetDefaultPolicyVersion'],
  ['iam:CreateAccessKey'],
  ['iam:CreateLoginProfile'],
  ['iam:UpdateLoginProfile'],
  ['iam:AttachUserPolicy'],
  ['iam:AttachGroupPolicy'],
  ['iam:AttachRolePolicy'],
  ['iam:PutUserPolicy'],
  ['iam:PutGroupPolicy'],
  ['iam:PutRolePolicy'],
  ['iam:AddUserToGroup'],
  ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'],
  ['lambda:UpdateFunctionCode'],
  ['lambda:UpdateFunctionConfiguration'],
  ['glue:UpdateDevEndpoint'],
  ...PASSING_A_ROLE_TO.map((actions) => ['iam:PassRole', ...actions]),
]
