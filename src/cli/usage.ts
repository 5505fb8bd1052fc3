import { COMMANDS } from './commands.ts'
import { OPTIONS, type OptionName } from './options.ts'

const VARIABLES: readonly (readonly [name: string, says: string])[] = [
  ['BOT_TOKEN', 'token from @BotFather; without it serve is a trial'],
  ['BOT_API_ROOT', 'another Bot API server than https://api.telegram.org'],
  ['DATABASE_URL', 'file:… or postgres://…; file:arqam.db when left out'],
  ['OWNER_IDS', 'Telegram ids of the owners, separated by commas'],
  ['ACCESS', 'open (when left out) or members: who may ask'],
  ['WEBHOOK_URL', 'address that Telegram calls; long polling when left out'],
  ['WEBHOOK_SECRET', 'random word that those calls must carry'],
  ['PORT', 'port of the webhook (8080), of the trial page (8788), or of /healthz and /metrics'],
  ['PROXY_URL', 'http, https or socks5 proxy on the way to Telegram'],
  ['LOG_LEVEL', 'fatal, error, warn, info, debug, trace or silent'],
  ['ARQAM_EMPTY', '1: as --empty'],
]

/** What the program can do, a line each. */
export function usage(): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, { words, says }]) => [`${name} ${words}`.trim(), says] as const,
  )
  return [
    'arqam answers Persian questions about production figures of Iran’s provinces.',
    '',
    'Usage: arqam COMMAND [OPTIONS] …        (npm start is arqam serve)',
    '',
    ...columns(commands),
    '',
    'Environment:',
    ...columns(VARIABLES),
    '',
    'arqam COMMAND --help lists the options of a command.',
  ].join('\n')
}

/** How one command is called. */
export function usageOf(name: string): string {
  const command = COMMANDS[name]
  if (command === undefined) return usage()
  const options = command.options.map(
    (option) => [optionText(option), OPTIONS[option].says] as const,
  )
  return [
    `Usage: arqam ${name} [OPTIONS] ${command.words}`.trim(),
    command.says,
    '',
    ...columns(options),
  ].join('\n')
}

function optionText(name: OptionName): string {
  const option = OPTIONS[name]
  return 'value' in option ? `--${name} ${option.value}` : `--${name}`
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
}
