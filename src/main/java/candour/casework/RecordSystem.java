package candour.casework;

/**
 * A record system of the controller, named in both languages.
 *
 * @param holdsEn what is in it, as is {@code holdsCy}
 */
public record RecordSystem(
    String id, String nameEn, String nameCy, String holdsEn, String holdsCy) {}
