package candour.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTests {

  @ParameterizedTest
  @CsvSource({
    "elevenchars, enrol-password.too-short",
    "123456789012, enrol-password.too-easy",
    "Password1234!, enrol-password.too-easy",
    "aaaaaaaaaaaaaa, enrol-password.too-easy",
    "my name is olwen, enrol-password.too-easy",
    "three words apart,",
    "tri gair ar wahân,",
  })
  void a_password_is_long_and_hard_to_guess(String password, String weakness) {
    assertThat(Passwords.weakness(password, "olwen")).isEqualTo(Optional.ofNullable(weakness));
  }

  @Test
  void a_password_of_any_length_is_judged() {
    assertThat(Passwords.weakness("x1y2z".repeat(20_000), "olwen"))
        .contains("enrol-password.too-long");
    assertThat(Passwords.matches("x".repeat(100_000), Optional.of(Passwords.hash("other"))))
        .isFalse();
  }

  @Test
  void nobody_has_a_password() {
    assertThat(Passwords.matches("nobody has this password", Optional.empty())).isFalse();
    assertThat(Passwords.matches("", Optional.of(Passwords.hash("")))).isFalse();
  }
}
