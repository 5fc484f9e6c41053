package candour.casework.desk;

import candour.casework.DestroyedClass;
import candour.casework.SearchResult;
import candour.casework.Searches.Search;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A search that an officer made, as typed.
 *
 * @param found how many records, if any were found
 * @param destroyed the class of records, if they were destroyed under a policy
 */
record NewSearch(
    @NotBlank(message = "{certificate.system.missing}") String system,
    @NotBlank(message = "{certificate.terms.wrong}")
        @Size(min = 2, max = 4_000, message = "{certificate.terms.wrong}")
        String terms,
    @Size(max = 200, message = "{certificate.period.long}") @Nullable String from,
    @Size(max = 200, message = "{certificate.period.long}") @Nullable String until,
    @NotNull(message = "{certificate.result.missing}") @Nullable Kind result,
    @Nullable String found,
    @Nullable String destroyed,
    @Size(max = 4_000, message = "{certificate.notes.long}") @Nullable String notes) {

  /** What can come of a search. */
  enum Kind {
    FOUND,
    NO_INFORMATION_HELD,
    NEVER_HELD,
    DESTROYED_UNDER_POLICY
  }

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,4}");

  /** Finds what the annotations cannot: what each result needs. */
  void check(List<String> systems, List<DestroyedClass> classes, BindingResult errors) {
    if (!errors.hasFieldErrors("system") && !systems.contains(system)) {
      errors.rejectValue("system", "certificate.system.missing");
    }
    if (result == Kind.FOUND && (found == null || !COUNT.matcher(found).matches())) {
      errors.rejectValue("found", "certificate.found.wrong");
    }
    if (result == Kind.DESTROYED_UNDER_POLICY) {
      checkDestroyed(classes, errors);
    }
  }

  private void checkDestroyed(List<DestroyedClass> classes, BindingResult errors) {
    var what = what(classes);
    if (what.isEmpty()) {
      errors.rejectValue("destroyed", "certificate.destroyed.missing");
    } else if (!what.get().systemId().equals(system)) {
      errors.rejectValue("destroyed", "certificate.destroyed.elsewhere");
    }
  }

  /** The search, once {@link #check} has found nothing. */
  Search search(List<DestroyedClass> classes) {
    return new Search(system, terms, text(from), text(until), result(classes), text(notes));
  }

  private SearchResult result(List<DestroyedClass> classes) {
    return switch (result) {
      case FOUND -> new SearchResult.Found(Integer.parseInt(text(found)));
      case NO_INFORMATION_HELD -> new SearchResult.NoInformationHeld();
      case NEVER_HELD -> new SearchResult.NeverHeld();
      case DESTROYED_UNDER_POLICY ->
          new SearchResult.DestroyedUnderPolicy(what(classes).orElseThrow());
      case null -> throw new IllegalStateException("A search has a result");
    };
  }

  private Optional<DestroyedClass> what(List<DestroyedClass> classes) {
    return classes.stream().filter(one -> one.id().equals(destroyed)).findFirst();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
