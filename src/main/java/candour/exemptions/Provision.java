package candour.exemptions;

import java.util.List;

/**
 * The provisions of the UK GDPR that the immigration exemption may disapply (DPA 2018 Sch 2 para
 * 4(1)). The list is closed; rectification, notification and Article 12 are never on it.
 */
public enum Provision {
  ART_13_1_3("uk-gdpr-13-1-3"),
  ART_14_1_4("uk-gdpr-14-1-4"),
  ART_15_1_3("uk-gdpr-15-1-3"),
  ART_17_1_2("uk-gdpr-17-1-2"),
  ART_18_1("uk-gdpr-18-1"),
  ART_21_1("uk-gdpr-21-1");

  private final String code;

  Provision(String code) {
    this.code = code;
  }

  /** The provision in the decision log's clear text. */
  public String code() {
    return code;
  }

  /** What a subject access request engages: the right of access, and none of the other five. */
  public static List<Provision> engagedByAccess() {
    return List.of(ART_15_1_3);
  }
}
