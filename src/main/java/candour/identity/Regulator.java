package candour.identity;

/**
 * Who keeps the register that a legal adviser stands in: the Immigration Advice Authority, or a
 * body whose members may give immigration advice (Immigration and Asylum Act 1999, ss.84, 86).
 */
public enum Regulator {
  IMMIGRATION_ADVICE_AUTHORITY,
  SOLICITORS_REGULATION_AUTHORITY,
  BAR_STANDARDS_BOARD,
  CILEX_REGULATION,
  LAW_SOCIETY_OF_SCOTLAND,
  FACULTY_OF_ADVOCATES,
  LAW_SOCIETY_OF_NORTHERN_IRELAND,
  BAR_OF_NORTHERN_IRELAND
}
