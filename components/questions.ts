import type { ConfirmFormProps } from "./confirm_form.tsx";

/** What is asked before tables are emptied. */
export function resetQuestion(name: string): ConfirmFormProps {
  const base = `/experiments/${name}`;
  return {
    ...{ action: `${base}/reset`, cancelHref: base, confirmLabel: "Empty all tables" },
    title: `Empty all tables of ${name}?`,
    text: "The files of its data are removed. The schema and the record of its runs stay.",
  };
}

/** What is asked before an experiment is removed. */
export function deleteQuestion(name: string): ConfirmFormProps {
  const base = `/experiments/${name}`;
  return {
    ...{ action: `${base}/delete`, cancelHref: base, confirmLabel: `Delete ${name}` },
    title: `Delete ${name}?`,
    text: "The experiment, its runs and their files are removed. This cannot be undone.",
  };
}
