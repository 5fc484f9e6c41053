package candour.exemptions;

/**
 * Something that an officer has to write down to rely on a ground.
 *
 * @param field its name within the ground
 * @param least how many characters it takes at least, runs of space counted as one
 */
public record RequiredField(String field, Wording label, Wording hint, int least) {}
