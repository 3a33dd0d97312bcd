/** The part of node-forge that reads certificates; it comes without types. */
declare module 'node-forge' {
  interface BigInteger { compareTo(other: BigInteger): number }
  interface PublicKey { readonly n: BigInteger; readonly e: BigInteger }
  interface Certificate { readonly publicKey: PublicKey; readonly validity: { readonly notBefore: Date; readonly notAfter: Date } }
  interface Bag { readonly key?: PublicKey | null; readonly cert?: Certificate | null }
  interface Pkcs12 { getBags(filter: { bagType: string }): Readonly<Record<string, readonly Bag[] | undefined>> }
  const forge: {
    readonly util: { createBuffer(bytes: string): unknown };
    readonly asn1: { fromDer(bytes: unknown): unknown };
    readonly pkcs12: { pkcs12FromAsn1(asn1: unknown, strict: boolean, passphrase: string): Pkcs12 };
    readonly pki: { readonly oids: Readonly<Record<'certBag' | 'pkcs8ShroudedKeyBag', string>> };
  };
  export default forge;
}
