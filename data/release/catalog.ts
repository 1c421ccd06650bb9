import { NAMED_DIMENSIONS } from '../../src/core/vocabulary.ts';
import type { Catalog, Preset, RateCard } from '../../src/core/vocabulary.ts';
import { orderedTiers } from '../../src/core/price-tiers.ts';
import { compareText } from '../../src/core/sweep.ts';
import type { DataSet } from '../load/data-set.ts';

/**
 * The catalog of a release: models and vocabulary in the order of their files, without what only
 * the importer needs. Every object's fields are in one order, so equal data are equal bytes.
 */
export function releaseCatalog(dataSet: DataSet): Catalog {
  const { hardware, precision, specMethod, framework, deployment, workload } = dataSet.vocabulary;
  const keyAndLabel = ({ key, label }: { key: string; label: string }) => ({ key, label });
  return {
    models: dataSet.models.map(({ raw: _, pools: _pools, ...entry }) => entry),
    vocabulary: {
      hardware: hardware.map((e) => ({
        ...keyAndLabel(e),
        vendor: e.vendor,
        architecture: e.architecture,
      })),
      precision: precision.map(keyAndLabel),
      specMethod: specMethod.map(keyAndLabel),
      framework: framework.map((e) => ({ ...keyAndLabel(e), family: e.family })),
      deployment: deployment.map(keyAndLabel),
      workload: workload.map((e) => ({ ...keyAndLabel(e), isl: e.isl, osl: e.osl })),
    },
    presets: dataSet.presets.map(orderedPreset),
    rates: dataSet.rates.map(orderedCard),
  };
}

function orderedPreset({ id, old, basis, matched, targets }: Preset): Preset {
  const pairs = NAMED_DIMENSIONS.filter((dimension) => matched[dimension] !== undefined);
  return {
    id,
    old,
    basis,
    matched: Object.fromEntries(pairs.map((dimension) => [dimension, matched[dimension]])),
    targets,
  };
}

function orderedCard({ id, asOf, source, hardware }: RateCard): RateCard {
  const lines = Object.keys(hardware)
    .toSorted(compareText)
    .map((key) => {
      const { powerKw, usdPerGpuHour } = hardware[key]!;
      const tiers = orderedTiers(Object.keys(usdPerGpuHour));
      const prices = Object.fromEntries(tiers.map((tier) => [tier, usdPerGpuHour[tier]!]));
      return [key, { powerKw, usdPerGpuHour: prices }] as const;
    });
  return { id, asOf, source, hardware: Object.fromEntries(lines) };
}
