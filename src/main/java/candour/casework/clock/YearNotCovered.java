package candour.casework.clock;

/** A date lies in a year whose bank holidays nobody has entered: better no answer than a guess. */
final class YearNotCovered extends IllegalArgumentException {

  YearNotCovered(int year, int first, int last) {
    super(
        "Bank holidays of %d are not known: bank-holidays.csv covers %d to %d"
            .formatted(year, first, last));
  }
}
