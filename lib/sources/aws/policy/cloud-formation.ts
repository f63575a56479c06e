import { stringify } from 'yaml'
import { type Granted, ROLE_NAME } from './policy-documents'

/** A CloudFormation template (YAML) that makes the role and tells its ARN. */
export const cloudFormation = ({ trust, permissions }: Granted): string =>
  stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'A role that lets Proofline read the posture of this account, and no data.',
      Resources: {
        ProoflineReader: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: ROLE_NAME,
            AssumeRolePolicyDocument: trust,
            Policies: [{ PolicyName: 'read-posture', PolicyDocument: permissions }],
          },
        },
      },
      Outputs: {
        RoleArn: { Description: 'To be entered in Proofline.', Value: { 'Fn::GetAtt': ['ProoflineReader', 'Arn'] } },
      },
    },
    // Aliases and folded lines are valid YAML that not every template reader takes.
    { aliasDuplicateObjects: false, lineWidth: 0 },
  )
