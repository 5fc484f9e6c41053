package candour.platform.security;

import candour.platform.Acting;
import candour.platform.CommitteeMember;
import candour.platform.Days;
import candour.platform.Officer;
import candour.platform.Officer.Role;
import candour.platform.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A password, then a code from an authenticator. Failures are alike, whatever the cause, in words
 * and in time; guesses are counted by account and by network. Every try is in the portal's own log
 * (OWASP ASVS 5.0, 16.3.1), with the account's identifier and nothing that was typed.
 */
@Component
class SignIn {

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  /** For an account from one network, and for its authenticator from all of them. */
  private static final int GUESSES = 10;

  /** For an account from all networks: so many that a stranger hardly keeps its holder out. */
  private static final int GUESSES_AN_ACCOUNT = 100;

  private static final int GUESSES_A_NETWORK = 100;
  private static final Duration TIME_FOR_THE_CODE = Duration.ofMinutes(10);

  /** How often something may be guessed at in an hour. */
  private record Limit(String kind, String key, int perHour) {}

  private final Credentials credentials;
  private final Throttle throttle;
  private final Days days;

  SignIn(Credentials credentials, Throttle throttle, Days days) {
    this.credentials = credentials;
    this.throttle = throttle;
    this.days = days;
  }

  Optional<Authentication> withPassword(
      Door door, String username, String password, String network) {
    var name = username.toLowerCase(Locale.ROOT);
    return guess(
        List.of(
            new Limit("password " + door, name + ' ' + network, GUESSES),
            new Limit("password everywhere " + door, name, GUESSES_AN_ACCOUNT),
            new Limit("sign-in", network, GUESSES_A_NETWORK)),
        () -> {
          var found = credentials.named(name, door.kind());
          var right = Passwords.matches(password, found.map(Credential::password));
          LOG.info(
              "The password of {} was {}",
              found.map(account -> "account " + account.id()).orElse("nobody"),
              right ? "right" : "wrong");
          return right
              ? found.map(account ->
                  Factors.authenticated(
                      new Candidate(account.id(), days.now()), List.of(Factors.PASSWORD), Set.of()))
              : Optional.empty();
        });
  }

  /** Whether the password was given recently enough to go on. */
  boolean isWaiting(Candidate candidate) {
    return candidate.since().plus(TIME_FOR_THE_CODE).isAfter(days.now());
  }

  Optional<Authentication> withCode(Candidate candidate, String code, String network) {
    return guess(
        List.of(
            new Limit("code", candidate.account().toString(), GUESSES),
            new Limit("sign-in", network, GUESSES_A_NETWORK)),
        () -> {
          var found =
              credentials.withCode(candidate.account(), code.replaceAll("\\s", ""), days.now());
          LOG.info(
              "The code of account {} was {}",
              candidate.account(),
              found.isPresent() ? "right: signed in" : "wrong");
          return found.map(SignIn::signedIn);
        });
  }

  private static Authentication signedIn(Credential account) {
    var factors = List.of(Factors.PASSWORD, Factors.TOTP);
    return switch (account.kind()) {
      case OFFICER ->
          Factors.authenticated(
              new Officer(account.id(), account.name(), account.roles()),
              factors,
              account.roles().stream().map(Role::name).toList());
      case COMMITTEE ->
          Factors.authenticated(
              new CommitteeMember(account.id(), account.name()),
              factors,
              Set.of(Chains.COMMITTEE_ROLE));
    };
  }

  /** Counted before it is looked at, so that guesses at the same moment count too. */
  private <T> Optional<T> guess(List<Limit> limits, Supplier<Optional<T>> attempt) {
    if (!limits.stream().allMatch(it -> throttle.allows(it.kind(), it.key(), it.perHour()))) {
      LOG.warn("Somebody has tried too often to sign in");
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    var outcome = Acting.system().call(attempt);
    if (outcome.isPresent()) {
      limits.forEach(it -> throttle.forgive(it.kind(), it.key()));
    }
    return outcome;
  }
}
