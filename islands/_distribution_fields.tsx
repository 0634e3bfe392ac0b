import type { JSX } from "preact";
import { firstWeights, readWeights, weightsText } from "./_weighted_values.ts";

/** A distribution as the JSON of schemas has it. */
export interface DistributionJson {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly values?: unknown;
}

interface DistributionFieldsProps {
  readonly id: string;
  /** Of the column's values, as the server names kinds. */
  readonly kind: string;
  readonly isNumeric: boolean;
  readonly distribution: DistributionJson | undefined;
  /** Values as the column has them now, to begin with. */
  readonly samples: readonly (string | null)[];
  /** The bounds of the column, so that a curve begins between them. */
  readonly range: readonly [low: number, high: number] | null;
  /** Null takes it away. */
  readonly onChange: (distribution: DistributionJson | null) => void;
}

/** What each needs, with values that make sense to begin with. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  uniform: {},
  normal: { mean: 50, stddev: 15 },
  lognormal: { mu: 3, sigma: 1 },
  exponential: { lambda: 0.1 },
  beta: { alpha: 2, beta: 5 },
  poisson: { lambda: 4 },
  zipf: { exponent: 1.2 },
};

/** How values spread: a curve for numbers, weights of single values for anything. */
export function DistributionFields(
  { id, kind, isNumeric, distribution, samples, range, onChange }: DistributionFieldsProps,
): JSX.Element {
  const kinds = [...isNumeric ? Object.keys(PARAMETERS) : [], "values"];
  function choose(type: string): void {
    if (type === "") onChange(null);
    else if (type === "values") {
      onChange({ type, values: firstWeights(samples, kind) });
    } else if (type === "normal" && range !== null) {
      const [low, high] = range;
      onChange({ type, parameters: { mean: (low + high) / 2, stddev: (high - low) / 6 } });
    } else onChange({ type, parameters: PARAMETERS[type]! });
  }
  return (
    <>
      <div class="field">
        <label for={`spread-${id}`}>Distribution</label>
        <select
          class="input input-small"
          id={`spread-${id}`}
          value={distribution?.type ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">default</option>
          {kinds.map((name) => (
            <option value={name} key={name}>{name === "values" ? "weighted values" : name}</option>
          ))}
        </select>
      </div>
      {Object.entries(distribution?.parameters ?? {}).map(([name, value]) => (
        <div class="field" key={name}>
          <label for={`${name}-${id}`}>{name}</label>
          <input
            class="input input-small"
            id={`${name}-${id}`}
            type="number"
            step="any"
            value={value}
            onInput={({ currentTarget }) => {
              const parameters = {
                ...distribution!.parameters,
                [name]: Number(currentTarget.value),
              };
              onChange({ type: distribution!.type, parameters });
            }}
          />
        </div>
      ))}
      {distribution?.type === "values" && (
        <div class="field field-wide">
          <label for={`values-${id}`}>Values and weights</label>
          <input
            class="input input-small mono"
            id={`values-${id}`}
            defaultValue={weightsText(distribution.values)}
            onInput={(event) =>
              onChange({
                type: "values",
                values: readWeights(event.currentTarget.value, kind),
              })}
          />
          <p class="help">
            Each value with its weight behind, and commas between
          </p>
        </div>
      )}
    </>
  );
}
