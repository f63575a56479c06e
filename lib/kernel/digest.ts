/** The hexadecimal SHA-256 of a text's UTF-8 bytes. Engines are handed one: what computes it differs by place. */
export type Digest = (text: string) => string
