import type { ComparisonDocument } from '../../src/view/text/json.ts';

/** Serves a file of an npm package, and gives its address. */
type Library = (path: string) => string;

/** The knots of each side, as a chart library takes them. */
function seriesOf({ sides }: ComparisonDocument) {
  return sides.map(({ label, knots }) => ({
    label,
    data: knots.map(({ interactivity: x, throughput: y }) => ({ x, y })),
  }));
}

/** The same curves in Chart.js, over the same table; `.waiting` until they are drawn. */
export function chartJsPage(document: ComparisonDocument, table: string, library: Library): string {
  const data = { datasets: seriesOf(document) };
  const options = {
    type: 'scatter',
    data,
    options: { showLine: true, animation: false, cubicInterpolationMode: 'monotone' },
  };
  return `<canvas class="waiting" width="700" height="420"></canvas>${table}
<script src="${library('chart.js/dist/chart.umd.min.js')}"></script>
<script>
  const canvas = document.querySelector('canvas');
  new Chart(canvas, ${JSON.stringify(options)});
  canvas.classList.remove('waiting');
</script>`;
}

/** The same curves by vega-embed, over the same table; `.waiting` until they are drawn. */
export function vegaPage(document: ComparisonDocument, table: string, library: Library): string {
  const values = seriesOf(document).flatMap(({ label, data }) =>
    data.map((place) => ({ ...place, label })),
  );
  const chart = {
    width: 600,
    height: 380,
    data: { values },
    mark: { type: 'line', interpolate: 'monotone', point: true },
    encoding: {
      x: { field: 'x', type: 'quantitative' },
      y: { field: 'y', type: 'quantitative' },
      color: { field: 'label', type: 'nominal' },
    },
  };
  const files = [
    'vega/build/vega.min.js',
    'vega-lite/build/vega-lite.min.js',
    'vega-embed/build/vega-embed.min.js',
  ];
  const scripts = files.map((path) => `<script src="${library(path)}"></script>`).join('');
  return `<div class="waiting" id="chart"></div>${table}${scripts}
<script>
  vegaEmbed('#chart', ${JSON.stringify(chart)}).then(() => {
    document.querySelector('#chart').classList.remove('waiting');
  });
</script>`;
}
