import { slipDistance } from '../persian/distance.ts'
import { key } from '../persian/normalise.ts'
import { type Subject, subjectOf } from './reported-speech.ts'
import type { Sentence } from './sentences.ts'

interface Person {
  name: string | null
  office: string | null
}

/**
 * Who speaks in each sentence, as «name، office», or null for the reporter's own words. A person
 * is named once and then called by surname, office or «وی»: all of these are brought together.
 */
export function speakersOf(sentences: readonly Sentence[]): (string | null)[] {
  const people: Person[] = []
  let current: Person | null = null
  let unsaid = 0
  /** Below a heading inside the report nobody speaks until someone is named or meant again. */
  let introduced = true
  const spoken = sentences.map((sentence): Person | null => {
    if (sentence.heading) {
      introduced = sentence.index === 0
      return null
    }
    const subject = subjectOf(sentence)
    if (subject === 'none') return null
    if (subject !== null && subject !== 'same') current = personOf(subject, people, current)
    if (subject !== null) introduced = true
    if (current === null) unsaid = sentence.index + 1
    return introduced ? current : null
  })
  const announcer = announcerOf(sentences, spoken, unsaid)
  return spoken
    .map((person, index) => {
      const heading = sentences[index]?.heading ?? true
      return person === null && !heading && index < unsaid ? announcer : person
    })
    .map((person) => (person === null ? null : written(person)))
}

/** «… با اعلام این مطلب گفت»: the lead before it is that person's word as well. */
function announcerOf(
  sentences: readonly Sentence[],
  spoken: readonly (Person | null)[],
  at: number,
): Person | null {
  const announces = /(?:اعلام|بیان) (?:این|همین) (?:مطلب|خبر)/.test(sentences[at]?.text ?? '')
  return announces ? (spoken[at] ?? null) : null
}

function written({ name, office }: Person): string {
  return [name, office].filter((part) => part !== null).join('، ')
}

function personOf(subject: Subject, people: Person[], current: Person | null): Person {
  const known = people.find((person) => isSame(person, subject))
  if (known !== undefined) {
    if (longer(subject.name, known.name)) known.name = subject.name
    if (longer(subject.office, known.office)) known.office = subject.office
    return known
  }
  const fits = current !== null && !subject.another && lacks(current, subject)
  if (fits && current !== null) {
    current.name ??= subject.name
    current.office ??= subject.office
    return current
  }
  // A bare surname that nobody was introduced by is no person.
  if (subject.office === null && current !== null && !/[\s\u200c]/.test(subject.name ?? '')) {
    return current
  }
  const person = { name: subject.name, office: subject.office }
  people.push(person)
  return person
}

/** What the sentence adds is just what is not known of the person yet. */
function lacks(person: Person, subject: Subject): boolean {
  return (
    (subject.name === null || person.name === null) &&
    (subject.office === null || person.office === null)
  )
}

function isSame(person: Person, { name, office }: Subject): boolean {
  if (name !== null && person.name !== null) {
    const [a, b] = [key(name), key(person.name)]
    return a.endsWith(b) || b.endsWith(a) || isSlip(a, b)
  }
  if (office !== null && person.office !== null) return sameOffice(office, person.office)
  return false
}

/** «شکره خواه» for «جواد شکرخواه». */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 5) return false
  return [-1, 0, 1].some((more) => slipDistance(short, long.slice(-(short.length + more)), 1) <= 1)
}

/** «مدیرکل بنادر گیلان» and «مدیر كل بنادر و کشتیرانی گیلان»: one begins as the other does. */
function sameOffice(a: string, b: string): boolean {
  const [left, right] = [key(a), key(b)]
  if (left.startsWith(right) || right.startsWith(left)) return true
  const words = new Set(wordsOf(a))
  const others = wordsOf(b)
  const shared = others.filter((word) => words.has(word)).length
  return wordsOf(a)[0] === others[0] && shared / Math.min(words.size, others.length) >= 0.6
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s\u200c،]+/)
    .map(key)
    .filter((word) => word !== '' && word !== 'و')
}

function longer(a: string | null, b: string | null): boolean {
  return a !== null && a.length > (b?.length ?? 0)
}
