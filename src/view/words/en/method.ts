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
    'not-implemented': [
      'Form not served',
      'The form that was asked for exists elsewhere, but not here: oEmbed is answered as JSON only.',
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
        'Only points that no other point of the sweep beats on both axes count: the frontier. Through them runs a monotone cubic (Steffen, Astronomy and Astrophysics 239, 1990; the same as d3.curveMonotoneX): it passes through every point, never swings above or below its neighbours, and is defined only between the first and the last. Nothing is extrapolated. Outside its range a side has a dash and a reason.',
        'Because throughput falls along a frontier, the two neighbouring points bound every value between them: these are the possible values.',
        'Concurrency is interpolated on its own along the same points and marked ~. The time to first token is given at the two neighbouring points and never interpolated.',
      ],
    },
    {
      id: 'likely',
      title: 'Where a value likely lies',
      blocks: [
        'What is possible is not what is likely: right beside a measured point the bounds are as wide as half-way to the next. So every value also has a likely range, the light band of the chart. With y₁ and y₂ the throughputs at the neighbouring points x₁ and x₂:',
        {
          formula:
            'p = (x₂ − x) / (x₂ − x₁)     L = ln(y₁ / y₂)     κ = 9\n' +
            'ln y₊ = ln y₂ + L · κp / (κp + 1 − p)\n' +
            'ln y₋ = ln y₂ + L · p / (p + κ(1 − p))',
        },
        'The range is widened to hold the curve’s own value, then by 2 % each way for the noise between two runs of the same thing. It narrows towards a point, where only the noise is left. A point that was measured several times is the median of its runs; where these differ by more than 2 %, the noise is as much.',
        'This is a calibrated rule, not a guarantee. Leaving out one inner point at a time of the measured curves of InferenceX (December 2025) and ATOM (May 2026) that ship with the site, 1,751 of 1,799 values (97.3 %) lay inside the range that the other points gave; the curve itself was off by −0.2 % in the median.',
      ],
    },
    {
      id: 'outcomes',
      title: 'Who is ahead',
      blocks: [
        'A ratio has a likely range too. With r = ln(a / b), the likely ranges of its two values combine in logarithms (MOVER: Zou and Donner, Statistics in Medicine 27, 2008):',
        {
          formula:
            'low  = r − √((ln a − ln a₋)² + (ln b₊ − ln b)²)\n' +
            'high = r + √((ln a₊ − ln a)² + (ln b − ln b₋)²)',
        },
        'A side is ahead where the likely range of its ratio to every other side lies above 1. Two sides are level where that range lies within 5 % of 1: if there is a difference, it is small. Otherwise the target is open: the ratio is printed with its range, and nobody wins or saves anything. Throughput and cost each have their own outcome.',
        'Tried on 2,335 pairs whose answer was measured and left out: with 3, 4, 5 and all points of each curve, 52.5, 65.7, 69.6 and 75.4 % name a side as ahead; 0.13, 0.26, 0.34 and 0.26 % name the wrong one.',
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
            'The target lies between two points; the curve gives the value, the points what is possible.',
        },
        {
          term: 'Possible',
          means: 'Between the throughputs of the two neighbouring points.',
        },
        {
          term: 'Likely range',
          means: 'Where a value, or a ratio, lies by a rule that was tried on measured curves.',
        },
        {
          term: 'Ahead, level, open',
          means:
            'The likely range of the ratio lies above 1; within 5 % of 1; neither, so the data do not settle who is ahead.',
        },
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
