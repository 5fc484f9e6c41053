package candour.exemptions.likeness;

/**
 * A word of a text, as it is compared, and where it stands.
 *
 * @param normal without case, accents, apostrophes or the value of figures
 * @param from the first char of the word in its text
 * @param to the char after the last one
 */
record Word(String normal, int from, int to) {}
