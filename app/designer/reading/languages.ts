/** A language under its own name, as callers know it: English, español, 中文. Two kinds of one language keep their region. */
export function languageName(tag: string, all: readonly string[] = [tag]): string {
  const language = tag.split('-')[0] ?? tag
  const alone = all.filter((other) => other.split('-')[0] === language).length < 2
  return nameIn(alone ? language : tag, tag) ?? tag
}

function nameIn(tag: string, spoken: string): string | undefined {
  try {
    const name = new Intl.DisplayNames([spoken], { type: 'language', languageDisplay: 'standard' }).of(tag)
    return name && name.charAt(0).toLocaleUpperCase(spoken) + name.slice(1)
  } catch {
    return undefined
  }
}
