package candour.platform.govuk;

import java.util.Optional;

/** The examples that our components do not follow, each with the reason. */
final class Unsupported {

  /** Marks that only GOV.UK domains may show. */
  static final String LEFT_OUT = "svg.govuk-footer__crown";

  static Optional<String> reason(Fixture fixture) {
    return Optional.empty();
  }

  private Unsupported() {}
}
