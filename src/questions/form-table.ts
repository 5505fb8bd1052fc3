import { key } from '../persian/normalise.ts'
import { type Claim, claimsOf, type Source } from './form-sources.ts'
import type { ConceptSense, Form, Role } from './lexicon.ts'

/** A form with where it comes from; the same object as long as anything claims it. */
export interface SourcedForm extends Form {
  concepts: readonly ConceptSense[]
  placeIds: readonly number[]
  roles: ReadonlySet<Role>
  words: number
  spoken: string
  text: string
  sources: readonly Source[]
  /** Heard in a question as it stands alone: nothing is taken for a slip of it. */
  asked: boolean
  /** Of two forms that are as likely the one that was said first counts: the lower. */
  order: number
}

/** What a form was before its sources changed; null when it was not there. */
export type Before = Pick<SourcedForm, 'words' | 'order' | 'spoken' | 'asked'> & {
  isPlace: boolean
}

const CLOSED_ROLES: readonly Role[] = ['function', 'time', 'trap']

/** The forms of a vocabulary, by key, each made of what its sources claim in their order. */
export class FormTable {
  readonly forms = new Map<string, SourcedForm>()
  /** Forms to be made anew, and what they were; null while the table is first filled. */
  #touched: Map<SourcedForm, Before | null> | null = null

  /** Adds a source; while the table is first filled, sources must come in their order. */
  add(source: Source): void {
    const order = source.users[0] as number
    for (const [at, one] of claimsOf(source).entries()) {
      const form = this.#form(one.text)
      if (form.sources.at(-1) !== source) form.sources = form.sources.concat(source)
      if (this.#touched === null) apply(form, one, order + at)
    }
  }

  remove(source: Source): void {
    for (const form of this.#formsOf(source))
      form.sources = form.sources.filter((one) => one !== source)
  }

  /** The first user of the source is another one. */
  reorder(source: Source): void {
    this.#formsOf(source)
  }

  /**
   * Makes anew what `change` touched, and gives each such form with what it was before; those that
   * nothing claims any more are gone.
   */
  changing(change: () => void): Map<SourcedForm, Before | null> {
    const touched = new Map<SourcedForm, Before | null>()
    this.#touched = touched
    change()
    for (const form of touched.keys()) {
      if (form.sources.length === 0) this.forms.delete(form.key)
      else rebuild(form)
    }
    return touched
  }

  #formsOf(source: Source): Set<SourcedForm> {
    return new Set(claimsOf(source).map(({ text }) => this.#form(text)))
  }

  #form(text: string): SourcedForm {
    const formKey = key(text)
    let form = this.forms.get(formKey)
    if (form === undefined) {
      form = emptyForm(formKey)
      this.forms.set(formKey, form)
      this.#touched?.set(form, null)
    } else if (this.#touched !== null && !this.#touched.has(form)) {
      const { words, order, spoken, asked, placeIds } = form
      this.#touched.set(form, { words, order, spoken, asked, isPlace: placeIds.length > 0 })
    }
    return form
  }
}

/**
 * Of tens of thousands of forms most have none of some and few of others: lists are shared until
 * they grow, and grow by `concat`, which leaves no room for what never comes.
 */
const NONE: readonly never[] = []
const NO_ROLES: ReadonlySet<Role> = new Set()

/** Written out, since recognition reads little else: objects put together by spreads are slower. */
const emptyForm = (formKey: string): SourcedForm => ({
  key: formKey,
  concepts: NONE,
  placeIds: NONE,
  roles: NO_ROLES,
  words: 0,
  spoken: '',
  text: '',
  sources: NONE,
  asked: true,
  order: Number.POSITIVE_INFINITY,
})

function rebuild(form: SourcedForm): void {
  const sources = [...form.sources]
  sources.sort((a, b) => (a.users[0] as number) - (b.users[0] as number))
  Object.assign(form, { ...emptyForm(form.key), sources })
  for (const source of form.sources)
    for (const [at, one] of claimsOf(source).entries())
      if (key(one.text) === form.key) apply(form, one, (source.users[0] as number) + at)
}

function apply(form: SourcedForm, claim: Claim, order: number): void {
  const parts = claim.text.split(/[ \u200c]+/)
  if (form.words === 0) {
    form.order = order
    form.spoken = key(parts.map((part) => part.replace(/(?<=.)ه$/, '')).join(''))
    form.text = parts.map(key).join(' ')
  }
  // «پیشبینی» in one list is «پیش‌بینی» in another.
  form.words = Math.max(form.words, parts.length)
  if (!('asked' in claim)) form.asked = false
  if ('role' in claim) form.roles = new Set([...form.roles, claim.role])
  else if ('sense' in claim) addSense(form, claim.sense)
  else if ('placeId' in claim) {
    if (!form.placeIds.includes(claim.placeId)) form.placeIds = form.placeIds.concat(claim.placeId)
  } else if (form.concepts.length === 0) form.roles = new Set([...form.roles, 'trap'])
}

function addSense(form: SourcedForm, sense: ConceptSense): void {
  // A stem that is a word of grammar by itself («ماهی» → «ماه») would change its meaning.
  if (sense.cost > 0 && CLOSED_ROLES.some((role) => form.roles.has(role))) return
  const same = form.concepts.findIndex(({ run }) => isSameRun(run, sense.run))
  if (same === -1) form.concepts = form.concepts.concat(sense)
  else if ((form.concepts[same] as ConceptSense).cost > sense.cost)
    form.concepts = form.concepts.map((one, at) => (at === same ? sense : one))
}

function isSameRun(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((concept, at) => concept === other[at])
}
