/** Words of a question that stand side by side: from the first up to the one behind the last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Whether all words of a span are taken. */
export function isWithin(span: Span, taken: ReadonlySet<number>): boolean {
  for (let at = span.from; at < span.to; at++) if (!taken.has(at)) return false
  return true
}

/** Whether a span holds another one whole. */
export const covers = (inner: Span) => (outer: Span) =>
  outer.from <= inner.from && inner.to <= outer.to

/** Whether any word of a span is taken. */
export function overlaps(span: Span, taken: ReadonlySet<number>): boolean {
  for (let at = span.from; at < span.to; at++) if (taken.has(at)) return true
  return false
}

/** Those that begin elsewhere than the ones before: several rules may find the same words. */
export function unlike(spans: readonly Span[]): Span[] {
  const isNew = ({ from }: Span, at: number) => spans.findIndex((one) => one.from === from) === at
  return spans.filter(isNew)
}
