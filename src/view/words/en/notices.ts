import type { NoticeCode, NoticeFacts } from '../../../core/notice-facts.ts';
import {
  listText,
  numberText,
  percentText,
  rangeWords,
  secondsText,
  targetText,
} from '../../format.ts';
import { dimensions } from './dimensions.ts';
import { figure } from './figure.ts';

/** One sentence for each notice. */
export const notices = {
  severity: { info: 'Note', warning: 'Caution' },
  texts: {
    mismatch: ({ dimensions: differing, sides }) => {
      const names = differing.map((d) => dimensions[d]);
      const each = sides.map(({ label, values }) => {
        return `${label}: ${values.map((value) => value ?? 'not stated').join(', ')}`;
      });
      return (
        `Not like for like: the sides differ in ${listText(names)} (${each.join('; ')}), as no one ` +
        `${listText(names, 'or')} has data for all.`
      );
    },
    disjoint: ({ sides }) =>
      `The ranges do not overlap (tok/s/user: ` +
      `${sides.map(({ label, range }) => `${label} ${rangeWords(range)}`).join('; ')}), so there is ` +
      `no speed at which to compare.`,
    'ttft-limit': ({ labels, limit }) =>
      `No point of ${listText(labels, 'or')} has its first token within ${limit} s.`,
    'ttft-unknown': ({ sides, limit }) => {
      const all = sides.filter(({ without, of }) => without === of).map(({ label }) => label);
      const some = sides
        .filter(({ without, of }) => without < of)
        .map(({ label, without, of }) => `${without} of ${of} points of ${label}`);
      const said = [
        all.length > 0 &&
          `The source states no time to first token for ${listText(all)}, so nothing is known to ` +
            `come within ${limit} s.`,
        some.length > 0 &&
          `The limit of ${limit} s leaves out ${listText(some)}, whose time to first token is not ` +
            `stated.`,
      ];
      return said.filter(Boolean).join(' ');
    },
    'absent-side': ({ labels }) =>
      `There are no data for ${listText(labels)} under these conditions.`,
    'out-of-range': ({ sides }) => {
      const [first, ...others] = sides.map(({ label, targets, range }) => {
        return { label, speeds: listText(targets.map(targetText), 'or'), run: rangeWords(range) };
      });
      if (others.length === 0) {
        return (
          `${first!.label} has no figure at ${first!.speeds} tok/s/user: its points run from ` +
          `${first!.run}.`
        );
      }
      const each = [first!, ...others].map(
        ({ label, speeds, run }) => `${label} at ${speeds} (points from ${run})`,
      );
      return `No figures, in tok/s/user: ${listText(each)}.`;
    },
    'partial-run': ({ sides }) => sides.map(passedOver).join(' '),
    'excluded-run': (facts) => `${runsText(facts, 'is', 'are')} left out: ${ended(facts.reason)}`,
    'known-issue': (facts) =>
      `${runsText(facts, 'has', 'have')} a known issue: ${ended(facts.reason)}`,
    'ttft-apart': ({ interactivity, slow, quick }) =>
      `At ${targetText(interactivity)} tok/s/user the first token takes at least ` +
      `${numberText(slow.seconds / quick.seconds, 1)}× as long on ${slow.label} ` +
      `(≥ ${secondsText(slow.seconds)} s) as on ${quick.label} (≤ ${secondsText(quick.seconds)} s).`,
    'dates-apart': ({ days, oldest, newest }) =>
      `The runs are ${days} days apart (${oldest} and ${newest}), so software may have changed ` +
      `between them.`,
    'software-apart': ({ isOfRuns, differences }) => {
      const each = differences.map(({ kind, sides }) => {
        const said = sides.map(({ label, values }) => `${label}: ${softwareText(values)}`);
        return `${SOFTWARE[kind]} (${said.join('; ')})`;
      });
      return isOfRuns
        ? `The runs differ in ${listText(each)}.`
        : `The sides differ in ${listText(each)}, so part of the difference may be the software’s.`;
    },
    'fp4-formats': ({ sides }) => {
      const each = sides.map(({ label, format }) => `${label}: ${format}`);
      return `FP4 is not one format here (${each.join('; ')}).`;
    },
    'mixed-frameworks': ({ frameworks }) =>
      `The sides run on different engines (${listText(frameworks)}), so part of the difference may ` +
      `be the engine’s.`,
    'mixed-sources': ({ sides }) => {
      const each = sides.map(({ label, sources }) => {
        return `${label}: ${listText(sources.map((source) => source ?? figure.ownMeasurements))}`;
      });
      return `The figures come from several sources (${each.join('; ')}).`;
    },
    'wide-gap': ({ sides }) => {
      const each = sides.map(({ label, left, right }) => {
        return `${label} (between ${targetText(left)} and ${targetText(right)} tok/s/user)`;
      });
      return `Points are far apart, and values between them uncertain, for ${listText(each)}.`;
    },
    pooled: ({ dimensions: differing, sides }) => {
      const counts = sides
        .filter(({ sweeps }) => sweeps > 0)
        .map((it) => `${it.label}: ${it.sweeps}`)
        .join('; ');
      const over =
        differing.length === 0
          ? ''
          : `, whatever the ${listText(
              differing.map((d) => dimensions[d]),
              'or',
            )}`;
      return `Each curve is the best of its side’s sweeps (${counts})${over}.`;
    },
    sparse: ({ sides }) => {
      const counts = sides.map(({ label, knots }) => `${label}: ${knots}`).join('; ');
      const between = sides.every(({ knots }) => knots === 1)
        ? 'there are values at those points only'
        : 'between those points the values are estimates';
      return `Few points carry these curves (${counts}); ${between}.`;
    },
    repeats: ({ sides }) => {
      const read = sides.map(({ label, least, most, spread, isEvery }) => {
        const runs = least === most ? String(most) : `${least} to ${most}`;
        const which = isEvery ? 'each point is' : 'some points are';
        return `${label}: ${which} the median of ${runs} runs, ${percentText(spread - 1)} apart at most`;
      });
      return `${read.join('; ')}. The likely ranges are as wide as the runs are apart.`;
    },
    'open-loop': ({ sides }) => {
      const read = sides.map(({ label, sent, isEvery }) => {
        const how = sent.length > 3 ? [...sent.slice(0, 2), `${sent.length - 2} more`] : sent;
        const points = `${label}: ${isEvery ? 'every point' : 'some points'}`;
        return how.length === 0 ? points : `${points} (${listText(how)})`;
      });
      return (
        `Measured in an open loop, which keeps no number of requests in flight, so without a ` +
        `concurrency: ${read.join('; ')}.`
      );
    },
    'spec-acceptance': ({ frameworks, isCompared }) =>
      frameworks.length === 0
        ? `What speculative decoding gains depends on how many drafted tokens are accepted, which ` +
          `differs from text to text.`
        : `${listText(frameworks)} accept drafted tokens in their own ways, so ` +
          (isCompared
            ? `the gain is not speculative decoding’s alone.`
            : `part of the difference may be how many they accept.`),
    'no-price': ({ labels, rates, tier }) =>
      `Rate card ${rates} has no ${figure.tierNames[tier] ?? tier} price for ${listText(labels)}, so the cost is ` +
      `not known.`,
    'no-power': ({ labels, rates }) =>
      `Rate card ${rates} has no power for ${listText(labels)}, so tok/s/MW is not known.`,
    'published-figures': ({ rounded, isSpeculationStated }) =>
      `These are figures printed by their publisher, interpolated there and ${ROUNDED[rounded]}; ` +
      `engine and run date are not stated` +
      `${isSpeculationStated ? '' : ', and speculative decoding may be included'}.`,
  } satisfies { readonly [Code in NoticeCode]: (facts: NoticeFacts[Code]) => string },
};

const SOFTWARE = { image: 'the engine’s image or version', tool: 'benchmark tool' } as const;
/** Images or tools of one side that a sentence names; more would not be read. */
const NAMED_SOFTWARE = 2;

/** What ran, a digest as short as registries show it. */
function softwareText(values: readonly string[]): string {
  if (values.length === 0) return 'not stated';
  const short = values.map((value) => value.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]+/, '$1'));
  const named = short.slice(0, NAMED_SOFTWARE);
  const more = short.length - named.length;
  return listText(more === 0 ? named : [...named, `${more} more`]);
}

const ROUNDED: Readonly<Record<NoticeFacts['published-figures']['rounded'], string>> = {
  all: 'rounded to whole numbers',
  none: 'exact to the printed digit',
  some: 'partly rounded',
};

/** Newer runs of a side that were passed over, beside the one that is shown. */
function passedOver({
  label,
  runs,
  shownKnots,
}: NoticeFacts['partial-run']['sides'][number]): string {
  const isOne = runs.length === 1;
  const names = runs.map(({ run, date }) => (date === null ? run : `of ${date}`));
  const counts = runs.map(({ knots }) => String(knots));
  const points = isOne && runs[0]!.knots === 1 ? 'frontier point' : 'frontier points';
  return (
    `${label}’s newer ${isOne ? 'run' : 'runs'} ${listText(names)} ${isOne ? 'has' : 'have'} ` +
    `${listText(counts)} ${points}; the run shown has ${shownKnots}.`
  );
}

function runsText({ runs }: NoticeFacts['known-issue'], one: string, several: string): string {
  return runs.length === 1 ? `Run ${runs[0]} ${one}` : `Runs ${listText(runs)} ${several}`;
}

/** Words from data as the end of a sentence. */
function ended(reason: string | null): string {
  const words = (reason ?? '').trim();
  return words === '' ? 'no reason is given.' : /[.!?]$/.test(words) ? words : `${words}.`;
}
