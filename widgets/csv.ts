import type { ComparisonDocument } from '../src/view/text/json.ts';

type Cell = string | number | null | readonly unknown[];

/**
 * What is shown as CSV (RFC 4180): a row for each target and side, under the names that the JSON
 * document has. Text that a spreadsheet would run as a formula has an apostrophe before it.
 */
export function shownCsv(
  { model, values, sides, rates, util, release }: ComparisonDocument,
  address: string,
): string {
  const rows = values.flatMap(({ interactivity, sides: read }) =>
    read.map((value, i) => {
      const { label, usdPerGpuHour, sources } = sides[i]!;
      const { between: _, ttft, ...numbers } = value;
      return {
        model: model.key,
        ...numbers,
        side: label,
        interactivity,
        ttft: ttft ?? [],
        usdPerGpuHour,
        rates: rates.id,
        tier: rates.tier,
        util,
        release: release.id,
        source: sources.map(({ url }) => url),
        license: [...new Set(sources.map(({ license }) => license))],
        address,
      };
    }),
  );
  return [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)]
    .map((cells: Cell[]) => `${cells.map(quoted).join()}\r\n`)
    .join('');
}

function quoted(cell: Cell): string {
  const text = [cell].flat().join(' ');
  const safe = typeof cell === 'number' ? text : text.replace(/^\s*[=+\-@]/, "'$&");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Saves text as a file of the reader's. */
export function saveText(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
