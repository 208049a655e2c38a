/**
 * Text in lines of a given width, and text from outside made harmless.
 */

/** Columns of a mail. */
export const MAIL_WIDTH = 72

/** Breaks text into lines of at most `width` columns; every line begins with `indent`, the first one with `first`. */
export const wrap = (text: string, indent = '', width = MAIL_WIDTH, first = indent): string => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}

/** A list item, its later lines indented. */
export const item = (text: string, width = MAIL_WIDTH): string => wrap(text, '  ', width, '- ')

/** Text from a file on one line and without control characters: a terminal obeys those. */
export const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

/** A phrase as a sentence. */
export const sentence = (text: string, end = '.'): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`
