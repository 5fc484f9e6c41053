package candour.oversight.sampling;

import jakarta.validation.constraints.Pattern;

/**
 * What a committee draws by, as it was typed.
 *
 * @param size how many entries the checkpoint has that it keeps
 * @param words its own, said after it had that checkpoint
 */
record DrawForm(
    @Pattern(regexp = "[1-9][0-9]{0,17}", message = "{summaries.size.wrong}") String size,
    @Pattern(regexp = "[\\p{L}\\p{M}\\p{N} ]{8,200}", message = "{summaries.words.wrong}")
        String words,
    @Pattern(regexp = "[1-9][0-9]?|100", message = "{summaries.many.wrong}") String many) {

  DrawForm {
    size = size == null ? "" : size.replaceAll("[,\\s]", "");
    words = words == null ? "" : words.strip();
    many = many == null ? "" : many.strip();
  }

  long entries() {
    return Long.parseLong(size);
  }

  int summaries() {
    return Integer.parseInt(many);
  }
}
