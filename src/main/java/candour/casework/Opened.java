package candour.casework;

/**
 * A case that now stands.
 *
 * @param number {@code SAR-XXXX-XXXX}, for people to quote; it opens nothing
 */
public record Opened(CaseReference reference, String number) {}
