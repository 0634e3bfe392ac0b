import type { JSX } from "preact";
import {
  choiceOf,
  PARAMETER_CHOICES,
  type ParameterChoice,
} from "../components/parameter_values.ts";
import type { Parameters } from "./_use_parameters.ts";

/** A field for every `:name` of the text; the form sends them as well. */
export function ParameterFields(
  { parameters }: { readonly parameters: Parameters },
): JSX.Element | null {
  const { names } = parameters;
  if (names.value.length === 0) return null;
  return (
    <fieldset class="parameters" aria-label="Parameters">
      {names.value.map((name) => <ParameterField name={name} parameters={parameters} key={name} />)}
    </fieldset>
  );
}

function ParameterField({ name, parameters }: {
  readonly name: string;
  readonly parameters: Parameters;
}): JSX.Element {
  const { type, text } = parameters.value(name);
  const fault = Object.hasOwn(parameters.faults.value, name)
    ? parameters.faults.value[name]
    : undefined;
  const write = (typed: string) => parameters.setValue(name, { type, text: typed });
  const field = {
    ...{ class: "input input-small", id: `value-${name}`, name: `set.${name}`, value: text },
    "aria-invalid": fault !== undefined,
    "aria-describedby": fault === undefined ? undefined : `fault-${name}`,
  };
  return (
    <div class="field parameter">
      <label class="mono" for={field.id}>{`:${name}`}</label>
      <span class="parameter-value">
        {type === "boolean"
          ? (
            <select {...field} onChange={({ currentTarget }) => write(currentTarget.value)}>
              {["", "true", "false"].map((each) => (
                <option value={each} selected={each === text} key={each}>{each}</option>
              ))}
            </select>
          )
          : (
            <input
              {...field}
              {...type === "date" ? DATE : TEXT}
              inputMode={type === "number" ? "decimal" : "text"}
              placeholder={HINTS[type]}
              disabled={type === "null"}
              onInput={({ currentTarget }) => write(currentTarget.value)}
            />
          )}
        <select
          class="input input-small"
          name={`type.${name}`}
          aria-label={`Type of :${name}`}
          onChange={({ currentTarget }) =>
            parameters.setValue(name, { type: choiceOf(currentTarget.value), text })}
        >
          {PARAMETER_CHOICES.map((choice) => (
            <option value={choice.value} selected={choice.value === type} key={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      </span>
      {fault !== undefined && <span class="fault" role="alert" id={`fault-${name}`}>{fault}</span>}
    </div>
  );
}

const DATE = { type: "date" } as const;
const TEXT = { type: "text", autocomplete: "off", spellcheck: false } as const;
const HINTS: Readonly<Record<ParameterChoice, string>> = {
  ...{ "": "value", text: "text", number: "number", date: "2024-05-31" },
  ...{ timestamp: "2024-05-31 18:30", boolean: "", null: "NULL" },
};
