package candour.response.pack;

/**
 * What an answer must contain beside the copy itself (UK GDPR Art 15), in the order of the Article.
 */
public enum ChecklistItem {
  /** Art 15(1): whether data about the person are processed. */
  CONFIRM,
  A_PURPOSES,
  B_CATEGORIES,
  C_RECIPIENTS,
  D_RETENTION,
  E_RIGHTS,
  /** Art 15(1)(ea), since 19 June 2026: complaint to the controller, DPA 2018 s.164A. */
  EA_COMPLAIN_CONTROLLER,
  /** Art 15(1)(f): complaint to the Commissioner, DPA 2018 s.165. */
  F_COMPLAIN_COMMISSIONER,
  G_SOURCE,
  /** Art 15(1)(h): automated decisions. */
  H_ADM,
  /** Art 15(2): safeguards of transfers abroad. */
  ITEM_15_2,
  /** Art 15(3): the copy, and its form. */
  ITEM_15_3,
  /** Art 15(1A): the reasonable and proportionate search. */
  SEARCH_NOTE
}
