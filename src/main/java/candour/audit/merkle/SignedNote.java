package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with signatures under it (<a
 * href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>).
 *
 * @param text ends in a newline; worth nothing until {@link #verify} has passed
 */
public record SignedNote(String text, List<Line> lines) {

  /** As many as every verifier must accept; more are refused. */
  private static final int MOST_SIGNATURES = 16;

  private static final String DASH = "— ";

  public SignedNote {
    lines = List.copyOf(lines);
    NotProven.unless(text.endsWith("\n"), "the text of a note ends in a newline");
    NotProven.unless(
        text.chars().noneMatch(c -> c < 0x20 && c != '\n'), "a note has no control characters");
    NotProven.unless(!lines.isEmpty(), "the note is not signed");
    NotProven.unless(lines.size() <= MOST_SIGNATURES, "the note has more than 16 signatures");
  }

  /**
   * One signature.
   *
   * @param signature the key id and the signature itself, in Base64
   */
  public record Line(String name, String signature) {

    public Line {
      NotProven.unless(VerifierKey.validName(name), "not the name of a key: " + name);
      NotProven.unless(Strict.base64(signature).length > 4, "the signature is too short");
    }

    static Line parse(String line) {
      NotProven.unless(line.startsWith(DASH), "not a signature: " + line);
      String[] words = line.substring(DASH.length()).split(" ", -1);
      NotProven.unless(words.length == 2, "not a signature: " + line);
      return new Line(words[0], words[1]);
    }

    boolean isBy(String key, int id) {
      return name.equals(key) && ByteBuffer.wrap(Strict.base64(signature)).getInt() == id;
    }

    boolean verifiedBy(VerifierKey key, String text) {
      return key.verifies(text.getBytes(UTF_8), bytes());
    }

    /** The signature itself, after the id of its key. */
    byte[] bytes() {
      byte[] bytes = Strict.base64(signature);
      return Arrays.copyOfRange(bytes, 4, bytes.length);
    }

    @Override
    public String toString() {
      return DASH + name + " " + signature + "\n";
    }
  }

  public static SignedNote sign(String text, SigningKey key) {
    return new SignedNote(text, List.of(key.signLine(text)));
  }

  /** The note with another signature under it, such as a witness's. */
  public SignedNote with(Line line) {
    return new SignedNote(text, Stream.concat(lines.stream(), Stream.of(line)).toList());
  }

  /** Reads lines that came apart from their note, such as a witness's answer. */
  public static List<Line> parseLines(String lines) {
    NotProven.unless(lines.endsWith("\n"), "a signature ends in a newline");
    List<Line> parsed = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      NotProven.unless(parsed.size() < MOST_SIGNATURES, "the note has more than 16 signatures");
      parsed.add(Line.parse(line));
    }
    return parsed;
  }

  /** Reads a note without judging its signatures. */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    NotProven.unless(blank >= 0 && note.endsWith("\n"), "not a signed note");
    List<Line> lines = parseLines(note.substring(blank + 2));
    SignedNote parsed = new SignedNote(note.substring(0, blank + 1), lines);
    NotProven.unless(parsed.toString().equals(note), "not a signed note");
    return parsed;
  }

  /**
   * Checks the signature of a key; signatures of unknown keys are ignored.
   *
   * @return the text, now worth reading
   * @throws NotProven if the key has not signed, or a signature in its name is false
   */
  public String verify(VerifierKey key) {
    List<Line> own = lines.stream().filter(line -> line.isBy(key.name(), key.id())).toList();
    NotProven.unless(!own.isEmpty(), "the note is not signed by " + key.name());
    NotProven.unless(
        own.stream().allMatch(line -> line.verifiedBy(key, text)),
        "the signature of " + key.name() + " is false");
    return text;
  }

  /** The note as it is published. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    lines.forEach(note::append);
    return note.toString();
  }
}
