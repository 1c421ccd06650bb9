/** Prefixes of the keys that a campaign, an analytics or a mail tool hangs on the links it counts. */
const PREFIXES = ['utm_', 'hsa_', 'mtm_', 'pk_', 'piwik_', 'mc_', '_hs', 'vero_', 'ref_'] as const;

/** Whole keys of that kind: click ids of advertisers and networks, and who sent the reader. */
const NAMES: ReadonlySet<string> = new Set([
  '__hsfp',
  '__hssc',
  '__hstc',
  '__s',
  '__twitter_impression',
  '_ga',
  '_gl',
  '_openstat',
  'amp',
  'dclid',
  'fbclid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'igsh',
  'igshid',
  'li_fat_id',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'rdt_cid',
  'ref',
  'referrer',
  's_cid',
  's_kwcid',
  'scid',
  'si',
  'srsltid',
  'trk',
  'ttclid',
  'twclid',
  'wbraid',
  'wickedid',
  'yclid',
  'ysclid',
]);

/**
 * Whether a query key only counts who followed a link, and so cannot be meant for an answer.
 *
 * @param key - in lower case
 */
export function isTrackingKey(key: string): boolean {
  return NAMES.has(key) || PREFIXES.some((prefix) => key.startsWith(prefix));
}
