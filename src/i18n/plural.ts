/** A text for each plural category that a language has (CLDR; `Intl.PluralRules`); `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * A text about a number of things, with the plural form and the digits of its language.
 *
 * @param lang BCP 47 tag of the texts.
 * @param forms a category that the language has but the forms lack takes `other`.
 */
export function plural(lang: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(lang);
  const digits = new Intl.NumberFormat(lang);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
}
