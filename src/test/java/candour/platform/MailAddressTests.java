package candour.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  record Form(@MailAddress(message = "wrong") String email) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "winston@example.org",
        "w.g+clarke_1956@mail.example.co.uk",
        "o'brien@example.org",
        "siân@dŵr.cymru",
        "postmaster@localhost"
      })
  void what_may_be_an_address_is_taken(String typed) {
    assertThat(VALIDATOR.validate(new Form(typed))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "winston",
        "@example.org",
        "winston@",
        "winston@example..org",
        "winston@.org",
        "a@b@c",
        "two words@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org,b@example.org",
        "<a@example.org>"
      })
  void what_cannot_be_one_is_not(String typed) {
    assertThat(VALIDATOR.validate(new Form(typed))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "1.", "é."})
  void what_is_too_long_is_refused_without_a_look_at_it(String piece) {
    assertThat(VALIDATOR.validate(new Form("a@" + piece.repeat(100_000)))).hasSize(1);
  }
}
