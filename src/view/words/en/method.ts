import { MAX_TARGETS, PRICE, TARGET, UTILISATION } from '../../../core/limits.ts';
import type { NumberLimit } from '../../../core/limits.ts';
import { numberText } from '../../format.ts';
import type { MethodSection } from '../parts.ts';

export const method = {
  title: 'How the numbers are made',
  lead: 'From benchmark rows to a ratio at one speed per user, step by step, with what each step cannot know.',
  problems: 'Problem types of the API',
  /** kinds of problem that an answer can name, each with its paragraph */
  problemTypes: {
    'invalid-address': [
      'Address that cannot be read',
      'The path has a token that no vocabulary lists, names a dimension twice, or has sides that do not fit together. The answer names the token, where it stands and the nearest valid ones.',
    ],
    'invalid-query': [
      'Query value out of its rule',
      `The answer names the key, the value and the rule: targets are 1 to ${MAX_TARGETS} numbers from ${ends(TARGET)} tok/s/user, prices ${ends(PRICE)} USD, utilisation ${ends(UTILISATION)}.`,
    ],
    'not-found': [
      'Nothing here',
      'The address can be read, but there is no such model, fewer than two of its sides have data, or the release is not listed. The answer links to the nearest that exists.',
    ],
    gone: [
      'Release no longer kept',
      'The release was listed once and has been removed. The answer names the current one; figures of another release are never shown in its place.',
    ],
    'method-not-allowed': [
      'Method not allowed',
      'Everything here is read with GET or HEAD. There is nothing to write to.',
    ],
    'rate-limited': [
      'Too many pictures at once',
      'Drawing a picture that nobody asked for before is limited. Wait for the seconds that Retry-After names; pages and data are not limited.',
    ],
    unavailable: [
      'Data out of reach',
      'The store did not answer and nothing good was in memory. Try again after the seconds that Retry-After names.',
    ],
  } satisfies Readonly<Record<string, readonly [title: string, text: string]>>,
  sections: [
    {
      id: 'why',
      title: 'Why the same speed per user',
      blocks: [
        'A serving system trades two things. Put many requests on a GPU and it makes many tokens a second in all, but each user waits; put few on it and each user is served fast, but the GPU makes less. A single figure for either says nothing without the other.',
        'So each side is a curve, throughput per GPU over interactivity, and a comparison reads all curves at the same interactivity, the target.',
      ],
    },
    {
      id: 'sweep',
      title: 'From rows to a sweep',
      blocks: [
        'A sweep is all operating points of one benchmark run of one model, hardware, precision, speculative decoding method, engine, deployment and workload. Different runs, precisions or engines are never mixed in one curve unless you ask for the best recipe of each side, and the page then says so.',
        'Of several runs the newest is taken, unless it is so thin that its frontier has less than half as many points as the fullest. A point without a positive figure on both axes is rejected and counted, never read as zero.',
      ],
    },
    {
      id: 'curve',
      title: 'From a sweep to a curve',
      blocks: [
        'Only points that no other point of the sweep beats on both axes count: the frontier. Through them runs a monotone cubic (Steffen 1990, the same as d3.curveMonotoneX): it passes through every point, never swings above or below its neighbours, and is defined only between the first and the last. Nothing is extrapolated. Outside its range a side has a dash and a reason.',
        'Because throughput falls along a frontier, the two neighbouring points bound every value between them. These bounds are the light bands of the chart. Where the bounds of two sides overlap, the ratio is printed with its range and nobody is called ahead. A ratio within 3 % is a tie, since identical runs differ by about that much.',
        'Concurrency is interpolated on its own along the same points and marked ~. The time to first token is given at the two neighbouring points and never interpolated.',
      ],
    },
    {
      id: 'targets',
      title: 'Band and targets',
      blocks: [
        'The band is where the ranges of all sides overlap. The default targets lie at a quarter, a half and three quarters of it, rounded to whole numbers. Yours win: ?at=40,80.',
      ],
    },
    {
      id: 'cost',
      title: 'Cost, power, energy',
      blocks: [
        'These are worked out from the throughput at the target and a dated rate card; they are not interpolated a second time, so cost times throughput is the price exactly.',
        {
          formula:
            'cost ($ per million total tokens) = $/GPU-hour × 1,000,000 / (3,600 × throughput × utilisation)\n' +
            'throughput per MW (tok/s/MW)      = throughput × 1,000 / kW per GPU\n' +
            'energy (J per token)              = kW per GPU × 1,000 / throughput',
        },
        'Throughput counts input and output tokens over all GPUs of the deployment. Power is all-in provisioned power per GPU, not the chip alone. A price or power that is not known gives a dash.',
      ],
    },
    {
      id: 'words',
      title: 'Ratios and savings',
      blocks: [
        'A ratio is the better over the worse, said as “3.0×”. A saving is what is no longer spent:',
        { formula: 'saving = 1 − 1 / ratio' },
        'At 3.0× one saves 66.7 %. A saving cannot reach 100 %.',
      ],
    },
    {
      id: 'matching',
      title: 'Like with like',
      blocks: [
        'Whatever an address leaves open is matched: all sides take the same workload, engine, deployment and so on. Among the ways to match, measured figures come before published ones, then wide bands and full curves. The others are listed with their ratios, so you see how far the answer depends on the choice. Where no common value has data, engine, deployment and speculative decoding are released in that order, and a caution names them. Published figures and measurements never meet in one comparison.',
      ],
    },
    {
      id: 'others',
      title: 'Why other plots differ',
      blocks: [
        'Percentages. “200 % cheaper” is ratio − 1 put on the wrong side: at 3.0× the cheaper side costs a third, which is 66.7 % less.',
        'Ends. Some tools hold the last measured value beyond the end of a curve. Here a curve ends where its points end.',
        'Pooling. A frontier over all engines and dates answers “what is the best anyone got”, not “what does this change bring”. Both are offered, never mixed.',
        'Second splines. Cost curves fitted apart from throughput need not agree with it; published pages differ from price over throughput by around 1 %, sometimes by far more.',
        'Axes. The Pareto plot of vLLM’s own benchmark tool has output tokens per second divided by concurrency as its x, which includes the time to first token, and output tokens per GPU as its y. Interactivity here is the inverse of the time per output token after the first, and throughput counts input tokens too. The same run gives other numbers on those axes.',
      ],
    },
    {
      id: 'glossary',
      title: 'Glossary',
      blocks: [
        {
          term: 'Operating point',
          means: 'One configuration at one concurrency: an interactivity and a throughput.',
        },
        {
          term: 'Interactivity',
          means:
            'Output tokens per second that one user sees, tok/s/user: one over the median time per output token, unless the page says otherwise.',
        },
        {
          term: 'Throughput',
          means:
            'Input and output tokens per second per GPU, tok/s/GPU, over all GPUs of the deployment.',
        },
        { term: 'Concurrency', means: 'Requests in flight over the whole deployment.' },
        { term: 'Sweep', means: 'All operating points of one run of one configuration family.' },
        {
          term: 'Frontier',
          means: 'The points of a sweep that no other point beats on both axes.',
        },
        {
          term: 'Curve',
          means: 'The monotone interpolation through a frontier, defined only between its ends.',
        },
        { term: 'Band', means: 'The interactivities that the curves of all sides cover.' },
        {
          term: 'Measured, published',
          means:
            'The target is a point of the sweep itself: measured in a run, or printed by a publisher.',
        },
        {
          term: 'Interpolated',
          means:
            'The target lies between two points; the curve gives the value, the points its bounds.',
        },
        {
          term: 'Bounds',
          means: 'The throughputs of the two neighbouring points; the value lies between them.',
        },
        {
          term: 'Decided',
          means:
            'The bounds of the sides do not overlap, so the order stands whatever the curve does between its points.',
        },
        { term: 'Tie', means: 'Within 3 %: less than what two identical runs may differ by.' },
        {
          term: 'Cost',
          means: 'US dollars per million total tokens at the price and utilisation named.',
        },
        { term: 'tok/s/MW', means: 'Throughput per megawatt of all-in provisioned power.' },
        {
          term: 'Time to first token',
          means:
            'Median seconds from request to first token. ?ttft=2 leaves out points that are slower.',
        },
        { term: 'Release', means: 'One published, unchangeable set of sweeps. ?release= pins it.' },
      ],
    },
  ] satisfies readonly MethodSection[],
};

function ends({ min, max }: NumberLimit): string {
  return `${min} to ${numberText(max, 0)}`;
}
