import { withoutToken } from '../bot/logger.ts'

const SECRETS = ['BOT_TOKEN', 'WEBHOOK_SECRET'] as const
/** Up to the last @: a password may hold one. */
const PASSWORD_IN_ADDRESS = /(:\/\/)[^/\s]+@/g

/**
 * Takes out of a text the secrets of the environment, the user and password of any address, and
 * whatever looks like a bot token.
 */
export function redactor(environment: NodeJS.ProcessEnv): (text: string) => string {
  const secrets = SECRETS.map((name) => environment[name] ?? '').filter(({ length }) => length > 2)
  const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)])
  return (text) =>
    withoutToken(
      spellings.reduce((rest, secret) => rest.replaceAll(secret, '<secret>'), text),
    ).replace(PASSWORD_IN_ADDRESS, '$1<secret>@')
}
