package candour.casework;

/**
 * A class of records that was destroyed under a policy, in both languages.
 *
 * @param systemId the record system it was kept in
 * @param destroyedEn when, as far as is known
 * @param authorityEn by whom, and on what authority
 */
public record DestroyedClass(
    String id,
    String systemId,
    String nameEn,
    String nameCy,
    String destroyedEn,
    String destroyedCy,
    String authorityEn,
    String authorityCy) {}
