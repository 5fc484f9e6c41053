package candour.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785. */
class CanonicalJsonTests {

  @Test
  void the_example_of_section_3_2_2_is_reproduced() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put(
        "numbers",
        List.of(
            Double.valueOf("333333333.33333329"), 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
    example.put("string", "€$\017\nA'B\"\\\\\"/");
    example.put("literals", Arrays.asList(null, true, false));

    assertThat(CanonicalJson.write(example))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
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

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
  })
  void the_numbers_of_appendix_b_are_reproduced(String bits, String text) {
    double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));

    assertThat(CanonicalJson.write(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_is_refused(double number) {
    assertThatThrownBy(() -> CanonicalJson.write(number))
        .isInstanceOf(IllegalArgumentException.class);
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
    assertThatThrownBy(() -> CanonicalJson.write("\ud83d"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void other_types_are_refused() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("day", new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
