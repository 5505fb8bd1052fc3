import { withoutToken } from '../bot/logger.ts'

const SECRETS = ['BOT_TOKEN', 'WEBHOOK_SECRET'] as const
const ADDRESSES = ['PROXY_URL', 'DATABASE_URL'] as const

/** Takes the secrets of the environment, and whatever looks like a bot token, out of a text. */
export function redactor(environment: NodeJS.ProcessEnv): (text: string) => string {
  const secrets = [
    ...SECRETS.map((name) => environment[name]),
    ...ADDRESSES.map((name) => passwordIn(environment[name])),
  ].filter((secret) => secret !== undefined && secret.length > 2)
  const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(String(secret))])
  return (text) =>
    withoutToken(
      spellings.reduce<string>((rest, secret) => rest.replaceAll(String(secret), '<secret>'), text),
    )
}

function passwordIn(address: string | undefined): string | undefined {
  return URL.canParse(address ?? '') ? new URL(address ?? '').password : undefined
}
