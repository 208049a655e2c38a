/**
 * At which programs `fake-target.mjs` misbehaves: at about one in so many.
 */

/**
 * Chosen by the program and not by its number, so that it is the same one in a fresh process.
 *
 * @param line of the protocol, as it is sent.
 */
export const isChosen = (line: string, every: number): boolean =>
  [...line.replace(/id=\w+ /, '')].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7) % every === 0
