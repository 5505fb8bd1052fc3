import { backUpStore } from '../facts/upkeep.ts'
import { onStore } from './command.ts'
import { noWords, onlyWord } from './options.ts'

/** `arqam backup FILE`: a copy that is whole, also while the bot writes. */
export const backUp = onStore(async ({ options }, store) => {
  const path = onlyWord(options, 'FILE')
  await backUpStore(store, path)
  console.log(`${path}: written`)
  return 0
})

/** `arqam migrate`: every opening of the store does it; this command does nothing else. */
export const migrate = onStore(async ({ options }) => {
  noWords(options)
  console.log('The schema of the store is up to date.')
  return 0
})
