import type { ComparisonDocument } from '../src/view/json.ts';

/**
 * What is shown as CSV (RFC 4180): a row for each target and side, under the names that the
 * server's CSV has. Text that a spreadsheet would run as a formula has an apostrophe before it.
 */
export function shownCsv(c: ComparisonDocument): string {
  const { model, values, sides, rates, release, links } = c;
  const rows = values.flatMap((read) =>
    read.sides.map((value, i) => {
      const { label, usdPerGpuHour, sources } = sides[i]!;
      return {
        model: model.key,
        side_label: label,
        interactivity_tok_s_user: read.interactivity,
        status: value.status,
        throughput_total_tok_s_gpu: value.throughput,
        throughput_low_tok_s_gpu: value.low,
        throughput_high_tok_s_gpu: value.high,
        cost_usd_per_million_total_tokens: value.costPerMillionTokens,
        throughput_total_tok_s_mw: value.throughputPerMw,
        concurrency: value.concurrency,
        usd_per_gpu_hour: usdPerGpuHour,
        rate_card: rates.id,
        release: release.id,
        source: sources.map(({ url }) => url).join(' '),
        licence: sources[0]?.license ?? null,
        address: links.pinned,
      };
    }),
  );
  return [Object.keys(rows[0] ?? {}), ...rows.map(Object.values)]
    .map((cells: (string | number | null)[]) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

function quoted(cell: string | number | null): string {
  const text = typeof cell === 'string' ? cell.replace(/^\s*[=+@-]/, "'$&") : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
