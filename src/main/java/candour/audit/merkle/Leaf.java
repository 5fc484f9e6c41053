package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the log says in public about one thing that happened: its class and its day, never whom it
 * concerns.
 *
 * @param kind the class, such as {@code determination.approved}
 * @param provision the provision relied on, if the class has one, such as {@code uk-gdpr-15-1-3}
 * @param day the day it was recorded, in London; never the hour, which could be matched to a person
 * @param policy the version of the rules then in force, such as {@code 2026-03}
 * @param summary the {@link Opening#commitment} of a summary that names nobody, if one was reviewed
 * @param commit the {@link Opening#commitment} of everything else
 */
public record Leaf(
    String kind,
    @Nullable String provision,
    LocalDate day,
    String policy,
    @Nullable Hash summary,
    Hash commit) {

  /** The longest leaf, in bytes. */
  public static final int LONGEST = 512;

  private static final String HEADER = "dsar-leaf/v1";
  private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

  public Leaf {
    require(kind, provision, day, policy);
    NotProven.unless(
        text(kind, provision, day, policy, summary, commit).length() <= LONGEST,
        "a leaf has at most 512 bytes");
  }

  private static void require(
      String kind, @Nullable String provision, LocalDate day, String policy) {
    requireToken(kind);
    requireToken(policy);
    if (provision != null) {
      requireToken(provision);
    }
    NotProven.unless(
        day.getYear() >= 2000 && day.getYear() <= 9999, "not a day of this log: " + day);
  }

  /**
   * The text of a leaf up to its commitment, for whoever works that out where the payload ends: it
   * is followed by the Base64 form and LF.
   */
  public static String uncommitted(
      String kind,
      @Nullable String provision,
      LocalDate day,
      String policy,
      @Nullable Hash summary) {
    require(kind, provision, day, policy);
    return start(kind, provision, day, policy, summary).append("commit ").toString();
  }

  private static void requireToken(String word) {
    NotProven.unless(TOKEN.matcher(word).matches(), "not a word of the log: " + word);
  }

  /** Reads the one spelling that {@link #text} writes; everything else is refused. */
  public static Leaf parse(byte[] entry) {
    NotProven.unless(entry.length <= LONGEST, "a leaf has at most 512 bytes");
    String text = new String(entry, UTF_8);
    Deque<String> lines = new ArrayDeque<>(List.of(text.split("\n")));
    NotProven.unless(HEADER.equals(lines.poll()), "not a " + HEADER);
    Leaf leaf =
        new Leaf(
            required(lines, "class"),
            optional(lines, "provision"),
            day(required(lines, "day")),
            required(lines, "policy"),
            hash(optional(lines, "summary")),
            Hash.parse(required(lines, "commit")));
    NotProven.unless(leaf.text().equals(text), "the leaf has more than it should");
    return leaf;
  }

  private static String required(Deque<String> lines, String name) {
    String value = optional(lines, name);
    if (value == null) {
      throw new NotProven("the leaf has no " + name);
    }
    return value;
  }

  private static @Nullable String optional(Deque<String> lines, String name) {
    String line = lines.peek();
    if (line == null || !line.startsWith(name + " ")) {
      return null;
    }
    lines.remove();
    return Strict.field(line, name);
  }

  private static @Nullable Hash hash(@Nullable String base64) {
    return base64 == null ? null : Hash.parse(base64);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new NotProven("not a day: " + text);
    }
  }

  /** The text of this leaf up to its commitment. */
  public String uncommitted() {
    return uncommitted(kind, provision, day, policy, summary);
  }

  /** The entry itself: ASCII, each line ended by LF. */
  public String text() {
    return text(kind, provision, day, policy, summary, commit);
  }

  public byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  private static String text(
      String kind,
      @Nullable String provision,
      LocalDate day,
      String policy,
      @Nullable Hash summary,
      Hash commit) {
    var text = start(kind, provision, day, policy, summary);
    line(text, "commit", commit);
    return text.toString();
  }

  private static StringBuilder start(
      String kind,
      @Nullable String provision,
      LocalDate day,
      String policy,
      @Nullable Hash summary) {
    var text = new StringBuilder(HEADER).append('\n');
    line(text, "class", kind);
    line(text, "provision", provision);
    line(text, "day", day);
    line(text, "policy", policy);
    line(text, "summary", summary);
    return text;
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append(name).append(' ').append(value).append('\n');
    }
  }
}
