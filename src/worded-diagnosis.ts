import type { Diagnosis } from './call/features/diagnose.js';
import type { Strings } from './i18n/strings.js';

/** A diagnosis with its sentences: what is the matter, and what to do. */
export interface WordedDiagnosis extends Diagnosis {
  readonly message: string;
  readonly todo: string;
}

/** The same words that a notice of that code uses. */
export function worded({ code, checks }: Diagnosis, { errors, working }: Strings): WordedDiagnosis {
  const { what, todo } = code === 'ok' ? working : errors[code];
  return { code, message: what, todo, checks };
}
