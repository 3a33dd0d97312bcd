import type { Handling } from '../../../shared/model/evaluation';
import type { Catalogue } from '../../../shared/schema/catalogue';

const SCHEME = 'tlp';
/** Names of version 1 of the protocol, and how tags write them. */
const FORMER: Readonly<Record<string, string>> = { 'TLP:WHITE': 'TLP:CLEAR', 'TLP:AMBERSTRICT': 'TLP:AMBER+STRICT' };

/** "amber", "TLP:Amber", "tlp: amber+strict" as the scheme writes it. Colours that it does not have stay as they are. */
export function trafficLight(written: string): string {
  const code = `TLP:${written.trim().replace(/^tlp[\s:_-]*/iu, '').toUpperCase().replace(/[\s_]+/gu, '')}`;
  return FORMER[code] ?? code;
}

/** Conditions of the Traffic Light Protocol as files give them. */
export class TrafficLights {
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly axis: string;

  constructor(catalogue: Catalogue) {
    const axis = catalogue.scheme(SCHEME)?.axes[0];
    this.axis = axis?.id ?? '';
    this.ranks = new Map(axis?.codes.map((code) => [code.code, code.rank]) ?? []);
  }

  /** The strictest of the codes, and each that the scheme does not know: such a one counts as the strictest of all, so that it is not let out unread. */
  strictest(codes: Iterable<string>): readonly Handling[] {
    let known: string | null = null;
    const out: Handling[] = [];
    for (const code of new Set(codes)) {
      const rank = this.ranks.get(code);
      if (rank === undefined) out.push({ scheme: SCHEME, code: code.replace(/^marking-definition--/u, '').slice(0, 32), note: code.slice(0, 2000) });
      else if (known === null || rank > (this.ranks.get(known) ?? -1)) known = code;
    }
    return known === null ? out.slice(0, 20) : [{ scheme: SCHEME, axis: this.axis, code: known }, ...out.slice(0, 20)];
  }
}
