/** A configuration is some pages of text; more is a mistake or an attack on memory. */
export const maxConfigBytes = 1024 * 1024;
