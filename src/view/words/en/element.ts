/** What only the browser element says, around the figures. */
export const element = {
  target: (i: number) => `Target ${i + 1}, tok/s/user`,
  chartOf: 'Chart',
  tier: 'Prices',
  usd: (hardware: string) => `$/GPU-hr ${hardware}`,
  notes: (count: number, isEdited: boolean) =>
    `${count} note${count === 1 ? '' : 's'}${isEdited ? ', on the original figures' : ''}`,
  severity: { info: 'Note', warning: 'Caution' },
  asOf: (release: string, date: string) => `, release ${release} of ${date}`,
  stale: ', not refreshed',
  link: 'Copy link',
  copied: 'Link copied',
  csv: 'CSV',
};
