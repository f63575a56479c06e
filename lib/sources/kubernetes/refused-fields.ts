/** Fields that are refused by name, with what to do instead. Reading on without one would mean something else. */
export const REFUSED_OF_CLUSTER: Readonly<Record<string, string>> = {
  'insecure-skip-tls-verify': 'would trust any server; give certificate-authority-data instead',
  'certificate-authority': 'names a file; give certificate-authority-data instead',
  'proxy-url': 'is not followed; the server has to be reachable directly',
}

export const REFUSED_OF_USER: Readonly<Record<string, string>> = {
  exec: 'would run a program; give a token of a service account instead',
  'auth-provider': 'would run a program; give a token of a service account instead',
  tokenFile: 'names a file; give the token itself',
  'client-certificate': 'names a file; give client-certificate-data instead',
  'client-key': 'names a file; give client-key-data instead',
  username: 'is basic authentication, which clusters no longer take; give a token instead',
  password: 'is basic authentication, which clusters no longer take; give a token instead',
  as: 'acts for somebody else; give a service account of its own',
  'as-uid': 'acts for somebody else; give a service account of its own',
  'as-groups': 'acts for somebody else; give a service account of its own',
  'as-user-extra': 'acts for somebody else; give a service account of its own',
}
