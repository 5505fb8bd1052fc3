import { describe, expect, it } from 'vitest'
import { toldForms, verbForms } from '../../src/persian/verb-forms.ts'

const presentOf = (past: string) => ({ باخت: ['باز'], شد: ['ش', 'شو'], مرد: ['میر'] })[past] ?? []

describe('forms of a verb', () => {
  it.each(['شد', 'شدند', 'شده', 'شده‌اند', 'می‌شد', 'می‌شود', 'می‌شه', 'بشن', 'شوند'])('%s', (form) => {
    const forms = verbForms({ past: 'شد', present: ['ش', 'شو'] }, (stem) => stem === 'شو')
    expect(forms).toContain(form)
  })

  it('are no negations', () => {
    const forms = verbForms({ past: 'شد', present: ['ش', 'شو'] })
    expect(forms.filter((form) => form.startsWith('ن') || form.startsWith('می‌ن'))).toEqual([])
  })
})

describe('what an infinitive is told in', () => {
  it.each(['جان باخت', 'جان باختند', 'جان باختن', 'جان باخته', 'جان باخته‌اند', 'جان می‌بازند'])(
    'جان باختن: %s',
    (form) => expect(toldForms('جان باختن', presentOf)).toContain(form),
  )

  it('a past stem alone is left out where it may be another word', () => {
    expect(toldForms('مردن', presentOf)).toContain('مردند')
    expect(toldForms('مردن', presentOf)).not.toContain('مرد')
    expect(toldForms('کشته شدن', presentOf)).toContain('کشته شد')
  })
})
