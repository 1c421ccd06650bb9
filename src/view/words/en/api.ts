/** The page that describes the addresses to people. */
export const api = {
  title: 'API',
  lead: 'Every answer is a plain GET: no key, no script, any origin. Each address below is a link to a live answer.',
  addresses: 'Addresses',
  addressesLead: 'Parts in braces are keys; what follows the question mark is optional.',
  keys: 'Query keys',
  keysLead: 'What an address does not take is refused with the nearest that it does.',
  takes: (names: readonly string[]) => `Takes ${names.join(', ')}.`,
  more: 'For programs',
  programs: [
    ['/openapi.json', 'the same as OpenAPI 3.1, with the shape of every answer'],
    ['/llms.txt', 'what can be asked, for language models, with calls to paste'],
    ['/catalog.json', 'what has data'],
    ['/releases.json', 'what can be pinned'],
  ] as readonly (readonly [string, string])[],
};
