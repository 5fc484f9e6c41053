package candour.audit;

/** Who may demand the openings of a case (DPA 2018 ss 142, 164A to 167). */
enum Recipient {
  COMMISSIONER,
  TRIBUNAL,
  COURT
}
