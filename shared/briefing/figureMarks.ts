import { strictness } from '../analysis/evaluation';
import type { Scene, SceneEntity } from './scene';

/** The strictest code that says what may be done with any of them; markings stand on the page. Empty where there is none. */
export function handlingAmong(entities: Iterable<Pick<SceneEntity, 'subject'>>, { catalogue }: Pick<Scene, 'catalogue'>): string {
  let strictest: { readonly code: string; readonly rank: number } | null = null;
  for (const { subject } of entities) {
    for (const { handling } of subject.statements) {
      for (const each of handling) {
        if (catalogue.scheme(each.scheme)?.use === 'marking') continue;
        const rank = strictness(each, catalogue);
        if (strictest === null || rank > strictest.rank) strictest = { code: each.code, rank };
      }
    }
  }
  return strictest?.code ?? '';
}
