import type { Grading, Handling } from '../../../../../shared/model/evaluation';
import type { Catalogue } from '../../../../../shared/schema/catalogue';
import type { JsonObject } from '../../json';
import { objectsOf, textOf } from '../../jsonText';
import { trafficLight, TrafficLights } from '../../trafficLights';

const SCHEME = 'admiralty';
const AXES: Readonly<Record<string, string>> = { 'source-reliability': 'source', 'information-credibility': 'information' };
const ADMIRALTY = /^admiralty-scale:([a-z-]+)\s*=\s*"?([^"]*)"?$/iu;

/** Names of the tags on something, as written. */
export const tagsOf = (object: JsonObject): readonly string[] => objectsOf(object['Tag']).map((tag) => textOf(tag, 'name')).filter((name) => name.trim() !== '');

/** Reads what tags say of handling and grading. */
export class TagReader {
  private readonly lights: TrafficLights;

  constructor(private readonly catalogue: Catalogue) {
    this.lights = new TrafficLights(catalogue);
  }

  /** The strictest colour among the tags. */
  handling(tags: readonly string[]): readonly Handling[] {
    return this.lights.strictest(tags.filter((tag) => /^tlp\s*:/iu.test(tag)).map(trafficLight));
  }

  /** The last grading per axis wins: tags closer to the value come last. Codes that the scheme does not have stay tags. */
  grading(tags: readonly string[]): Grading | null {
    const axes = this.catalogue.scheme(SCHEME)?.axes ?? [];
    const codes: Record<string, string> = {};
    for (const tag of tags) {
      const [, name = '', written = ''] = ADMIRALTY.exec(tag.trim()) ?? [];
      const axis = AXES[name.toLowerCase()];
      const code = written.trim().toUpperCase();
      if (axis !== undefined && axes.find(({ id }) => id === axis)?.codes.some((each) => each.code === code) === true) codes[axis] = code;
    }
    return Object.keys(codes).length === 0 ? null : { scheme: SCHEME, codes };
  }
}
