import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/trial/api-error.ts'
import { withDetectedEntities } from '../../src/trial/entity-detection.ts'
import { parseHtml } from '../../src/trial/html.ts'

describe('HTML becomes text and entities', () => {
  it.each<[string, string, unknown[]]>([
    ['ساده', 'ساده', []],
    ['<b>قم</b>', 'قم', [{ type: 'bold', offset: 0, length: 2 }]],
    ['😀<i>قم</i>', '😀قم', [{ type: 'italic', offset: 2, length: 2 }]],
    ['۱ &lt; ۲ &amp; &quot;&#x6A9;&#1705;&copy;', '۱ < ۲ & "کک&copy;', []],
    [
      '<b>درشت <i>کج</i></b>',
      'درشت کج',
      [
        { type: 'bold', offset: 0, length: 7 },
        { type: 'italic', offset: 5, length: 2 },
      ],
    ],
    [
      '<a href="https://example.org/?a=1&amp;b=2">پیوند</a>',
      'پیوند',
      [{ type: 'text_link', offset: 0, length: 5, url: 'https://example.org/?a=1&b=2' }],
    ],
    ['<a href="javascript:alert(1)">پیوند</a>', 'پیوند', []],
    ['<span class="tg-spoiler">راز</span>', 'راز', [{ type: 'spoiler', offset: 0, length: 3 }]],
    [
      '<blockquote expandable>نقل</blockquote>',
      'نقل',
      [{ type: 'expandable_blockquote', offset: 0, length: 3 }],
    ],
    [
      '<pre><code class="language-sql">select</code></pre>',
      'select',
      [{ type: 'pre', offset: 0, length: 6, language: 'sql' }],
    ],
    ['<B>قم</B><u></u>', 'قم', [{ type: 'bold', offset: 0, length: 2 }]],
  ])('%s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities })
  })

  it.each<[string, string]>([
    ['<b>قم', 'Can\'t find end tag corresponding to start tag "b"'],
    ['قم</b>', 'Unexpected end tag at byte offset 4'],
    ['<b>قم</i>', 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'],
    ['<script>', 'Unsupported start tag "script" at byte offset 0'],
    ['قم <3 یزد>', 'Unsupported start tag "3" at byte offset 5'],
    ['قم < یزد', 'Unsupported start tag "" at byte offset 5'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x>قم</a>', 'Unclosed start tag at byte offset 0'],
    ['<span>قم</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
  ])('%s is refused', (html, reason) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })
})

describe('whatever a bot sends', () => {
  const pieces = fc.constantFrom(
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<code>',
    '</code>',
    '</',
    '<',
    '>',
    '&lt;',
    '&',
    '"',
    '<a href="x.ir">',
    '</a>',
    'قم',
    '😀',
    ' ',
    '\n',
  )

  it('is refused as Telegram refuses it, or has its entities within its text', () => {
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        try {
          const { text, entities } = parseHtml(parts.join(''))
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(text.length)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError)
        }
      }),
    )
  })

  it('comes out as it went in when it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        expect(parseHtml(escaped)).toEqual({ text, entities: [] })
      }),
    )
  })
})

describe('Telegram finds by itself', () => {
  it.each<[string, [string, string][]]>([
    ['/start f_12', [['bot_command', '/start']]],
    ['بزن /help، خب', [['bot_command', '/help']]],
    ['/ask@arqam_bot قم', [['bot_command', '/ask@arqam_bot']]],
    ['/راهنما', []],
    ['و/یا', []],
    ['۱۲/start', []],
    ['@arqam_bot قم', [['mention', '@arqam_bot']]],
    ['نامه به a@example.org', [['email', 'a@example.org']]],
    ['ببین https://www.irna.ir/news/1.', [['url', 'https://www.irna.ir/news/1']]],
    ['(irna.ir)', [['url', 'irna.ir']]],
    ['گزارش.csv', []],
    ['#تولید_قم', [['hashtag', '#تولید_قم']]],
    ['۱۲٫۵ میلیون تن', []],
  ])('%s', (text, expected) => {
    const { entities } = withDetectedEntities({ text, entities: [] })
    const found = entities.map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ])
    expect(found).toEqual(expected)
  })
})
