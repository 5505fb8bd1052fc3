import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isSafePattern } from 'redos-detector'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'

const SOURCE = resolve(import.meta.dirname, '../../src')

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Patterns that are put together while the program runs, as one of them comes out. */
const BUILT: Readonly<Record<string, readonly Pattern['source'][]>> = {
  'answers/formula-direction.ts': [],
  'bot/question-in.ts': ['^/\\w{1,32}@arqam_trial_bot\\b'],
  'bot/entry/split-entry.ts': ['^\\s*(?:دوره|مق[دذ]ار[\\s\\u200c]*)\\s*([:：]|\\s)\\s*'],
  'bot/restricted-messenger.ts': ['parse[_ ]mode'],
  'ingest/sheets/xml-scanning.ts': [
    '<((?:\\w+:)?)row(?![\\w:.-])([^<>]*)>',
    '<(?:\\w+:)?row(?![\\w:.-])',
    '(?:^|[\\s:])r\\s*=\\s*(?:"([^"]*)"|\'([^\']*)\')',
  ],
  'trial/page/suggestions.js': ['^@arqam_trial_bot\\s(.*)$'],
  'trial/multipart.ts': ['[;\\s]name=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))'],
  'trial/entity-detection.ts': [
    '(?<![\\p{L}\\p{M}\\p{N}_/@.#<>\\[\\]])@[A-Za-z0-9_]{3,32}(?![\\p{L}\\p{N}_@])',
  ],
}

/**
 * Patterns that take time in the square of a text, with why no text is long enough. By file and
 * the pattern itself, so that none slips in beside them.
 */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  'answers/selection.ts (\\d{4})(?!.*\\d{4})': 'a period in the notation of the store',
  'bot/without-markup.ts <[^>]+>': 'the bot’s own markup: «<» of others is escaped in it',
  'cli/configuration.ts \\/+$': 'written by the operator',
  'ingest/broken-numbers.ts (\\d+)(?: ?\\/ | \\/)$': 'the twelve letters before a number',
  'ingest/dateline.ts \\(.*\\)': 'a line of at most LONGEST letters',
  'ingest/sentences.ts [\\p{L}\\p{M}]+$': 'the twenty letters before a full stop',
  'persian/format.ts \\B(?=(\\d{3})+$)': 'the digits of a number',
  'ingest/sheets/written-values.ts 0+$': 'a number of at most forty letters',
  'ingest/sheets/number-formats.ts \\[[^\\]]*\\]|"[^"]*"|\\\\.|[_*].': 'at most 255 letters',
  'ingest/sheets/number-formats.ts "[^"]*\\p{L}[^"]*"': 'at most 255 letters',
  'ingest/sheets/number-formats.ts [0#?](,+)(?![0#?,])': 'at most 255 letters',
  'ingest/sheets/json-lines.ts "(?:[^"\\\\]|\\\\.)*"|(?<![\\d.])-?\\d[\\d.]{15,}(?![\\d.eE])':
    'JSON that was read before: every text in it has an end',
  'trial/entity-detection.ts [.,:;!?\'")\\]]+$': 'an address in a message of the trial',
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|js)$/.test(file),
)

function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const code = readFileSync(join(SOURCE, file), 'utf8').replace(/^#!.*/, '')
  // Every node of the tree passes by the replacer.
  JSON.stringify(parseAst(code, { lang: 'ts' }), (_, node: unknown) => {
    if (typeof node === 'bigint') return null
    const { regex } = (node ?? {}) as { regex?: { pattern: string; flags: string } }
    if (regex) found.push({ file, source: regex.pattern, flags: regex.flags })
    return node
  })
  return found
}

const literals = files.flatMap(patternsIn)
const built = Object.entries(BUILT).flatMap(([file, sources]) =>
  sources.map((source) => ({ file, source, flags: /\\p\{/.test(source) ? 'u' : '' })),
)

/** Without a star or a plus, a pattern looks at so many letters and no more. */
const isUnbounded = ({ source }: Pattern): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, '.'))

const patterns = [...literals, ...built].filter(isUnbounded)

/** What patterns of this program choke on, again and again. */
const PIECES =
  'ا|۱|1| |\u200c|a|/|-|.|,|<|&|"|\'|«|_|@|:|\n|\t|[|(|\\|\\"|سال |1.|1/|1,|a.|a@|<a |&a|و | ا| \n|x=|ی|٫۱|\u064e|<a href="|0'.split(
    '|',
  )
const ENDS = ['', '!', 'e']
const LONG = 6000

/** Milliseconds of the fastest of several searches: others may be at work. */
function fastest(pattern: RegExp, text: string, times: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < times; round++) {
    const from = performance.now()
    text.replace(pattern, '')
    best = Math.min(best, performance.now() - from)
  }
  return best
}

/**
 * The text on which a search takes much more than four times as long for four times the length.
 * No time is a limit by itself: what takes a moment is not looked at further.
 */
function chokesOn({ source, flags }: Pattern): string | null {
  const pattern = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
  const textOf = (piece: string, length: number, end: string) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end
  for (const piece of PIECES) {
    for (const end of ENDS) {
      const long = textOf(piece, LONG, end)
      if (fastest(pattern, long, 1) < 8) continue
      const ratio =
        fastest(pattern, long, 3) / Math.max(fastest(pattern, textOf(piece, LONG / 4, end), 3), 0.1)
      if (ratio > 9) return JSON.stringify(`${piece}${piece}${piece}…${end}`)
    }
  }
  return null
}

describe('the patterns of the source', () => {
  it('are all found', () => {
    expect(literals.length).toBeGreaterThan(400)
    const builders = files.filter((file) =>
      /\bRegExp\(/.test(readFileSync(join(SOURCE, file), 'utf8')),
    )
    expect(builders.sort()).toEqual(Object.keys(BUILT).sort())
  })

  it('take no more than linear time, or look at short texts only', () => {
    const choking = patterns.flatMap((pattern) => {
      if (SHORT_TEXTS[`${pattern.file} ${pattern.source}`] !== undefined) return []
      const text = chokesOn(pattern)
      return text === null ? [] : [`${pattern.file}: /${pattern.source}/ on ${text}`]
    })
    expect(choking).toEqual([])
  }, 120_000)

  it('never try the same letters in two nested ways, which would take for ever', () => {
    // What the detector cannot decide has been searched above; it must not find an endless one.
    const endless = patterns.filter(({ source, flags }) => {
      if (!/[*+}]\)[*+{]/.test(source)) return false
      const options = { unicode: /[uv]/.test(flags), maxScore: 500, timeout: 1000 }
      try {
        const { safe, error } = isSafePattern(source, options)
        return !safe && error === 'hitMaxScore'
      } catch {
        return false
      }
    })
    expect(endless.map(({ file, source }) => `${file}: /${source}/`)).toEqual([])
  })

  it('are excused only where they stand', () => {
    const known = new Set(literals.map(({ file, source }) => `${file} ${source}`))
    expect(Object.keys(SHORT_TEXTS).filter((one) => !known.has(one))).toEqual([])
  })
})
