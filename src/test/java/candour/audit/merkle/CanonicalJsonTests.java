package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of RFC 8785. */
class CanonicalJsonTests {

  @Test
  void the_example_of_section_3_2_2_is_reproduced_but_for_its_fractions() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("string", "€$\017\nA'B\"\\\\\"/");
    example.put("literals", Arrays.asList(null, true, false));

    assertThat(CanonicalJson.write(example))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void names_are_sorted_by_their_utf_16_units() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("\u20ac", "Euro Sign");
    example.put("\r", "Carriage Return");
    example.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    example.put("1", "One");
    example.put("\ud83d\ude00", "Emoji: Grinning Face");
    example.put("\u0080", "Control");
    example.put("\u00f6", "Latin Small Letter O With Diaeresis");

    assertThat(CanonicalJson.write(example))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void integers_are_written_as_far_as_json_keeps_them() {
    assertThat(CanonicalJson.write(List.of(7, -9007199254740991L, 9007199254740991L)))
        .isEqualTo("[7,-9007199254740991,9007199254740991]");
    for (long tooLarge : List.of(9007199254740992L, -9007199254740992L, Long.MIN_VALUE)) {
      assertThatThrownBy(() -> CanonicalJson.write(tooLarge))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void half_a_surrogate_pair_is_refused() {
    for (var half : List.of("\ud83d", "\ude00", "\ude00\ud83d", "\ud83dx", "x\ud83d")) {
      assertThatThrownBy(() -> CanonicalJson.write(half))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> CanonicalJson.write(Map.of(half, "x")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(CanonicalJson.write("x\ud83d\ude00x")).isEqualTo("\"x\ud83d\ude00x\"");
  }

  @Test
  void other_types_are_refused() {
    for (Object other : List.of(new Object(), 0.5, new BigDecimal("0.5"))) {
      assertThatThrownBy(() -> CanonicalJson.write(Map.of("day", other)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
