package candour.exemptions.likeness;

/** A stretch of a text as it was written, and whether the text it is compared with has it too. */
public record Span(String words, boolean shared) {}
