/**
 * Names of credentials, without case and separators: `x-api-key`, `OPENAI_API_KEY` and `http.request.header.authorization`
 * end like one.
 */
const CREDENTIAL =
  /(?:authorization|api_?key|api_?token|api_?secret|secret_?key|secret_?access_?key|client_?secret|access_?token|refresh_?token|auth_?token|bearer_?token|session_?token|security_?token|password|passwd|passphrase|cookies?|private_?key|signing_?key|webhook_?secret|connection_?string)$|^(?:secret|pwd|credentials?|id_?token)$/;

const LONGEST_NAME = 128;

/** True for the name of a field that holds a credential. */
export function isCredentialName(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  return CREDENTIAL.test(name.toLowerCase().replaceAll(/[^a-z\d]+/g, '_'));
}
