/** The PRODID of the calendar files of a series (RFC 5545 §3.7.3): `-//name//name//LANGUAGE`. */
export const productId = ({ slug, language }: { readonly slug: string; readonly language: string }): string =>
  `-//srok//${slug}//${language.toUpperCase()}`;
