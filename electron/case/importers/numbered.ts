import { NUMBERS } from '../../../shared/mapping/memory';

/** What goes with mapped entities that come back as they are, by their numbers: those of one part of a mapping rise one by one and lie side by side. */
export class Numbered<Value> {
  private readonly parts: (Value | undefined)[][] = [];

  get(number: number): Value | undefined {
    return this.parts[Math.floor(number / NUMBERS)]?.[number % NUMBERS];
  }

  set(number: number, value: Value): void {
    const part = (this.parts[Math.floor(number / NUMBERS)] ??= []);
    part[number % NUMBERS] = value;
  }
}
