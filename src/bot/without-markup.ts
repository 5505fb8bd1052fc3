const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
}

/**
 * The words of a text that was made for `parse_mode: 'HTML'`: nothing but markup goes. A quote
 * stands in lines of its own, and the address of a link behind its words.
 */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<a href="([^"]*)">(.*?)<\/a>/gs, '$2 ($1)')
    .replace(/(?<!\n)<blockquote[^>]*>/g, '\n')
    .replace(/<\/blockquote>(?!\n|$)/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()
}
