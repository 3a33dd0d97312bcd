/** Who does something, where and with which version: stands in every journal row. */
export interface Actor {
  readonly name: string;
  readonly service: string;
  readonly workstation: string;
  readonly version: string;
}
