import { z } from 'zod'
import { UsageError } from './options.ts'

const ids = z
  .string()
  .default('')
  .transform((text) => text.split(/[,\s]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^\d+$/, 'must be Telegram ids, separated by commas')))
  .transform((texts) => texts.map(Number))

const schema = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is no bot token; @BotFather gives one like 123456:ABC…')
    .optional(),
  BOT_API_ROOT: z.url('must be an address such as https://api.telegram.org').optional(),
  DATABASE_URL: z.string().default('file:arqam.db'),
  OWNER_IDS: ids,
  ACCESS: z.enum(['open', 'members'], 'must be open or members').default('open'),
  WEBHOOK_URL: z.url('must be an https address').optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'may hold letters, digits, _ and - only')
    .optional(),
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).optional(),
  PROXY_URL: z.url('must be an address such as socks5://127.0.0.1:1080').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ARQAM_EMPTY: z.enum(['0', '1', ''], 'must be 1 or left out').default(''),
})

export type Configuration = z.infer<typeof schema>

/** Reads the environment. Throws a UsageError with one line that names the wrong variable. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new UsageError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is wrong'}`)
}
