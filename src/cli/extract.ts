import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { placeIndex } from '../facts/place-index.ts'
import type { Vocabulary } from '../facts/types.ts'
import { loadVocabulary } from '../facts/vocabulary.ts'
import type { Draft } from '../ingest/draft.ts'
import { extractDrafts } from '../ingest/extract.ts'
import { onStore } from './command.ts'
import { RunError } from './errors.ts'
import { onlyWord, UsageError } from './options.ts'

/** `arqam extract FILE|-`: the figures of a report, in the order of the text; nothing is stored. */
export const extract = onStore(async ({ options }, store) => {
  const report = await readReport(onlyWord(options, 'FILE'))
  const vocabulary = await loadVocabulary(store.db)
  const place = options.place === undefined ? null : knownPlace(options.place, vocabulary)
  const drafts = extractDrafts(report, {
    vocabulary,
    ...(place !== null && { place }),
    ...(options.published !== undefined && { publishedOn: options.published }),
  })
  for (const draft of drafts)
    console.log(options.json ? JSON.stringify(draft) : `${describe(draft)}\n`)
  if (drafts.length === 0 && !options.json) console.error('No figure was found.')
  return 0
})

async function readReport(path: string): Promise<string> {
  const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path).catch(refuse)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new RunError(`${path}: not a text in UTF-8`)
  }

  function refuse(error: Error): never {
    throw new RunError(`${path}: ${error.message}`, { cause: error })
  }
}

/** The name under which the vocabulary holds a place. Throws a UsageError with the nearest ones. */
function knownPlace(name: string, vocabulary: Vocabulary): string {
  const places = placeIndex(vocabulary)
  const [place, ...others] = places.resolve(name)
  if (place && others.length === 0) return places.label(place)
  const labels = place ? [place, ...others].map(places.label) : places.nearest(name)
  const hint = labels.length > 0 ? `; is it ${labels.join(' / ')}?` : ''
  throw new UsageError(`--place: «${name}» is no place that is known${hint}`)
}

function describe(draft: Draft): string {
  const { valueText, indicator, matchedIndicator, place, period, periodBasis, kind, speaker } =
    draft
  const inferred = periodBasis === 'inferred' ? ' (inferred)' : ''
  return [
    `${valueText} · ${matchedIndicator ?? indicator}`,
    `  ${place ?? '?'} · ${period ?? '?'}${inferred} · ${kind} · ${draft.confidence.toFixed(2)}`,
    `  «${draft.quote}»${speaker === null ? '' : ` ${speaker}`}`,
  ].join('\n')
}
