import { z } from 'zod'
import { latinDigits } from '../persian/format.ts'
import { UsageError } from './options.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const ids = z
  .string()
  .default('')
  .transform((text) =>
    latinDigits(text)
      .split(/[,،\s]+/)
      .filter(Boolean),
  )
  .pipe(z.array(z.string().regex(/^\d{1,15}$/, 'must be Telegram ids, separated by commas')))
  .transform((texts) => texts.map(Number))

const port = 'must be a port: a number from 0 to 65535'

const schema = z
  .object({
    BOT_TOKEN: z
      .string()
      .trim()
      .regex(/^\d+:[\w-]{3,}$/, 'is no bot token; @BotFather gives one like 123456:ABC…')
      .optional(),
    BOT_API_ROOT: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://api.telegram.org' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    DATABASE_URL: z.string().default('file:arqam.db').superRefine(checkDatabase),
    OWNER_IDS: ids,
    ACCESS: z.enum(['open', 'members'], 'must be open or members').default('open'),
    WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'must be an https address' }).optional(),
    WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{1,256}$/, 'may hold letters, digits, _ and - only')
      .optional(),
    PORT: z
      .string()
      .regex(/^\d+$/, port)
      .transform(Number)
      .pipe(z.number().max(65535, port))
      .optional(),
    PROXY_URL: z
      .url({
        protocol: /^(https?|socks5h?)$/,
        error: 'must be an http, https or socks5 address such as socks5://127.0.0.1:1080',
      })
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
    ARQAM_EMPTY: z.enum(['0', '1'], 'must be 1 or left out').default('0'),
  })
  .superRefine((read, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (read.WEBHOOK_URL === undefined) return
    if (read.BOT_TOKEN === undefined) refuse('BOT_TOKEN', 'is needed where WEBHOOK_URL is set')
    if (read.WEBHOOK_SECRET === undefined)
      refuse('WEBHOOK_SECRET', 'is needed where WEBHOOK_URL is set: any long random word')
    // A Bot API server of one's own may stand beside the bot; Telegram itself asks for https.
    if (read.WEBHOOK_URL.startsWith('http:') && read.BOT_API_ROOT === undefined)
      refuse('WEBHOOK_URL', 'must be an https address')
  })

export type Configuration = z.infer<typeof schema>

/** Reads the environment. Throws a UsageError with one line that names the wrong variable. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const read = parse(environment)
  if (read.success) return read.data
  throw new UsageError(linesOf(read.error)[0] ?? 'The environment is wrong')
}

/** What is wrong with the environment, a line each; empty when all is well. */
export function configurationProblems(environment: NodeJS.ProcessEnv): string[] {
  const read = parse(environment)
  return read.success ? [] : linesOf(read.error)
}

/** What is allowed and yet hardly meant, a line each. In a trial the page has an owner of its own. */
export function configurationDoubts(read: Configuration): string[] {
  const { BOT_TOKEN, OWNER_IDS, ACCESS } = read
  if (BOT_TOKEN === undefined || OWNER_IDS.length > 0) return []
  return [
    ACCESS === 'members'
      ? 'OWNER_IDS names nobody: with ACCESS=members only who was appointed before may ask'
      : 'OWNER_IDS names nobody: only who was appointed before may change figures',
  ]
}

/** An empty variable is one that is not set. */
function parse(environment: NodeJS.ProcessEnv) {
  return schema.safeParse(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')),
  )
}

const linesOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) => `${String(path[0])} ${message}`)

function checkDatabase(url: string, context: z.RefinementCtx): void {
  const message = databaseProblem(url)
  if (message !== null) context.addIssue({ code: 'custom', message })
}

/** What is wrong with a database address, to follow its name; null when nothing is. The address may hold a password. */
export function databaseProblem(url: string): string | null {
  if (/^(file:.+|postgres(ql)?:\/\/.+)/.test(url)) return null
  return 'must be an address such as file:arqam.db or postgres://host/arqam'
}
