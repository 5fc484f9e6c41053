package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

  private static final Totp RFC =
      new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238 appendix B, the rows of SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_the_standard(long time, String code) {
    assertThat(RFC.codeAt(Instant.ofEpochSecond(time))).isEqualTo(code);
  }

  @Test
  void a_code_is_good_one_step_early_or_late_and_no_further() {
    var now = Instant.ofEpochSecond(1_000_000_000);
    for (int steps = -3; steps <= 3; steps++) {
      var code = RFC.codeAt(now.plusSeconds(30L * steps));
      assertThat(RFC.accept(code, now, 0).isPresent()).isEqualTo(Math.abs(steps) <= 1);
    }
  }

  @Test
  void a_used_step_and_any_before_it_are_refused() {
    var now = Instant.ofEpochSecond(1_000_000_000);
    var used = RFC.accept(RFC.codeAt(now), now, 0).orElseThrow();
    assertThat(RFC.accept(RFC.codeAt(now), now, used)).isEmpty();
    assertThat(RFC.accept(RFC.codeAt(now.minusSeconds(30)), now, used)).isEmpty();
    assertThat(RFC.accept(RFC.codeAt(now.plusSeconds(30)), now, used)).hasValue(used + 1);
  }

  @Test
  void nothing_but_six_digits_is_a_code() {
    var now = Instant.ofEpochSecond(59);
    for (var wrong : new String[] {"", "28708", "2870820", "٢٨٧٠٨٢", "' OR 1=1--"}) {
      assertThat(RFC.accept(wrong, now, 0)).isEmpty();
    }
  }

  @Test
  void the_secret_is_written_in_base_32() {
    assertThat(RFC.words()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(RFC.address("Candour", "a b"))
        .isEqualTo(
            "otpauth://totp/Candour:a%20b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Candour");
  }
}
