/** The forms of a comparison by their names in `links`: what each is called, and what it is. */
export const forms = {
  page: { label: 'Page', about: 'the page' },
  json: { label: 'JSON', about: 'every number, with bounds, sources and notices' },
  csv: { label: 'CSV', about: 'one row per target and side' },
  md: { label: 'Markdown', about: 'the same as text, for notes and language models' },
  chart: { label: 'Chart (SVG)', about: 'the chart as a picture with real text' },
  svg: { label: 'Card (SVG)', about: 'the result as a card, sharp at any size' },
  png: { label: 'Card (PNG)', about: 'the card where only pixels are taken' },
  pngLarge: { label: 'Card (PNG, 2400 × 1260)', about: 'the card at twice the size' },
};
