import { skeletonOfKey } from '../persian/finglish.ts'
import type { SourcedForm } from './form-table.ts'

/** Consonants of a word in Latin letters → the forms that it may spell, the one said first in front. */
export class SkeletonIndex {
  readonly #forms: ReadonlyMap<string, SourcedForm>
  /** Null until it is first asked: few questions come in Latin letters. */
  #keys: Map<string, string[]> | null = null

  constructor(forms: ReadonlyMap<string, SourcedForm>) {
    this.#forms = forms
  }

  of(skeleton: string): readonly string[] {
    if (this.#keys === null) {
      this.#keys = new Map()
      const inOrder = [...this.#forms.values()].sort((a, b) => a.order - b.order)
      for (const form of inOrder) this.add(form)
    }
    return this.#keys.get(skeleton) ?? []
  }

  add(form: SourcedForm): void {
    if (this.#keys === null) return
    for (const skeleton of skeletonsOf(form)) {
      const list = this.#keys.get(skeleton)
      if (list === undefined) this.#keys.set(skeleton, [form.key])
      else {
        let at = list.length
        while (at > 0 && this.#orderOf(list[at - 1] as string) > form.order) at--
        list.splice(at, 0, form.key)
      }
    }
  }

  /** `form` as it was when it was added. */
  remove(form: Pick<SourcedForm, 'key' | 'spoken' | 'words'>): void {
    for (const skeleton of skeletonsOf(form)) {
      const left = this.#keys?.get(skeleton)?.filter((one) => one !== form.key)
      if (left !== undefined) this.#keys?.set(skeleton, left)
    }
  }

  #orderOf(key: string): number {
    return this.#forms.get(key)?.order ?? 0
  }
}

function skeletonsOf({ key, spoken, words }: Pick<SourcedForm, 'key' | 'spoken' | 'words'>) {
  const keys = words > 1 ? [key, spoken] : [key]
  return new Set(keys.flatMap(variantsOf))
}

/** Some hear and type g for ق; those skeletons lead to the same form. */
function variantsOf(formKey: string): string[] {
  const skeleton = skeletonOfKey(formKey)
  return [skeleton, skeleton.replaceAll('q', 'g'), skeleton.replaceAll('q', 'k')]
}
