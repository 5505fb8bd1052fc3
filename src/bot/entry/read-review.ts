import { reportTexts as words } from '../report-texts.fa.ts'
import type { SlowWork } from '../work/slow-work.ts'
import { correctDraft, correctionsIn, isOfSource } from './correct-draft.ts'
import { readField } from './read-fields.ts'
import { readAgain, withoutPlace } from './read-report.ts'
import { readValue } from './read-value.ts'
import { missingIn } from './review-figures.ts'
import type { KeptReview, Review, ReviewItem } from './review-state.ts'
import type { Scene } from './scene.ts'

/** The review with another item in the place of one. */
export function withItem(kept: KeptReview, at: number, item: ReviewItem): KeptReview {
  return { ...kept, review: { ...kept.review, items: kept.review.items.with(at, item) } }
}

/** All figures whose place the report leaves open are of this one. */
export function placed(kept: KeptReview, placeId: number): KeptReview {
  let now = kept
  for (const at of withoutPlace(kept.review.items)) {
    const item = now.review.items[at]
    if (item) {
      const fields = { ...item.fields, placeId }
      now = withItem(now, at, { ...item, fields, touched: true })
    }
  }
  return now
}

interface Typed {
  readonly kept: KeptReview
  readonly problems: readonly string[]
}

/**
 * What was typed, as corrections or as what was asked for; null when it is for someone else. With
 * another date the report is read again, which may fail as that may.
 */
export async function readTyped(
  kept: KeptReview,
  text: string,
  scene: Scene,
  slowWork: SlowWork,
): Promise<Typed | null> {
  const { review } = kept
  const corrections = correctionsIn(text) ?? askedFor(review, text, scene)
  if (corrections === null) return null
  let now = kept
  for (const correction of corrections) {
    const { field } = correction
    if (isOfSource(correction)) {
      const source = { ...now.review.source }
      const problems = readField(source, field, correction.text, scene)
      if (problems.length > 0) return { kept, problems }
      const isDated = source.publishedOn !== now.review.source.publishedOn
      const { items, text: report } = now.review
      const read = isDated
        ? await readAgain(items, report, source.publishedOn, scene, slowWork)
        : items
      now = { ...now, review: { ...now.review, source, items: read } }
      continue
    }
    const { at } = now.review
    if (at === null) {
      if (field !== 'place') return { kept, problems: [words.openCardFirst] }
      const read: Parameters<typeof readField>[0] = {}
      const problems = readField(read, 'place', correction.text, scene)
      if (problems.length > 0 || !read.place) return { kept, problems }
      now = placed(now, read.place.id)
      continue
    }
    const item = now.review.items[at]
    if (!item) return null
    const corrected = correctDraft(item, correction, scene)
    if (corrected.problems.length > 0) return { kept, problems: corrected.problems }
    now = withItem(now, at, corrected.item)
  }
  return { kept: now, problems: [] }
}

/** A text without a label is the value that a card lacks, or the place or source that was asked for. */
function askedFor({ asks, at, items }: Review, text: string, scene: Scene) {
  const item = at === null ? undefined : items[at]
  if (item && missingIn(item).includes('value') && readValue(text)) {
    return [{ field: 'value' as const, text }]
  }
  if (asks === 'source') {
    const field = /^https?:\/\/\S+$/.test(text) ? ('url' as const) : ('title' as const)
    return [{ field, text }]
  }
  // Anything else may be a question.
  const isPlace = asks === 'place' && scene.places.resolve(text).length > 0
  return isPlace ? [{ field: 'place' as const, text }] : null
}
