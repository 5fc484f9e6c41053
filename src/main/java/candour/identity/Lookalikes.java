package candour.identity;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.UNKNOWN;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that look like another: a word of letters from several alphabets, or signs that nobody sees
 * (Unicode UTS 39). They are kept as they were typed, found by what they look like, and officers
 * are warned before they compare.
 */
public final class Lookalikes {

  /** Of every alphabet. */
  private static final Set<UnicodeScript> SHARED = Set.of(COMMON, INHERITED, UNKNOWN);

  /** Those that stand in one word in East Asia, where nobody takes one for the other. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          Set.of(LATIN, HAN, HIRAGANA, KATAKANA),
          Set.of(LATIN, HAN, BOPOMOFO),
          Set.of(LATIN, HAN, HANGUL));

  /** Small letters that look like the Latin one at the same place, as folded names have them. */
  private static final String FOREIGN = "авеѕіјкмнорстухѵԁһԛԝαβεικνορτυχօսհց";

  private static final String AS_LATIN = "abesijkmhopctyxvdhqwabeikvoptuxouhg";

  private static final Pattern WORDS = Pattern.compile(" ");

  /** Signs that nobody sees, but for those by which Arabic and Indic letters are joined. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\u200c\u200d]]");

  private static final Pattern JOINED =
      Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}][\u200c\u200d]");

  private Lookalikes() {}

  /** Whether these names are not what they look like. */
  public static boolean in(String names) {
    return UNSEEN.matcher(names).find()
        || JOINED.matcher(names).find()
        || words(names).anyMatch(Lookalikes::isMixed)
        || words(names).anyMatch(Lookalikes::passesForLatin) && scripts(names).contains(LATIN);
  }

  /** What a folded word looks like; itself where it could be taken for no other. */
  static String seen(String word) {
    return isMixed(word) || passesForLatin(word)
        ? letters(word).map(Lookalikes::latin).collect(Collectors.joining())
        : word;
  }

  private static Stream<String> words(String names) {
    return WORDS.splitAsStream(Names.folded(names)).filter(word -> !word.isEmpty());
  }

  private static Stream<String> letters(String word) {
    return word.codePoints().mapToObj(Character::toString);
  }

  private static boolean isMixed(String word) {
    var scripts = scripts(word);
    return scripts.size() > 1 && TOGETHER.stream().noneMatch(it -> it.containsAll(scripts));
  }

  private static boolean passesForLatin(String word) {
    return letters(word).allMatch(FOREIGN::contains);
  }

  private static Set<UnicodeScript> scripts(String text) {
    return text.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(it -> !SHARED.contains(it))
        .collect(Collectors.toSet());
  }

  private static String latin(String letter) {
    int at = FOREIGN.indexOf(letter);
    return at < 0 ? letter : String.valueOf(AS_LATIN.charAt(at));
  }
}
