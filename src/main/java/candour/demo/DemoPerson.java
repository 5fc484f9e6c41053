package candour.demo;

import candour.platform.Officer.Role;
import java.util.List;
import java.util.Set;

/**
 * Somebody to sign in as.
 *
 * @param roles none for committee staff
 */
record DemoPerson(String username, String name, Set<Role> roles, String does) {

  static final List<DemoPerson> ALL =
      List.of(
          new DemoPerson("amara", "Amara Okafor", Set.of(Role.CASEWORKER), "demo.does.caseworker"),
          new DemoPerson("david", "David Lindqvist", Set.of(Role.SENIOR), "demo.does.senior"),
          new DemoPerson("mair", "Mair Bowen", Set.of(Role.SENIOR), "demo.does.senior"),
          new DemoPerson("priya", "Priya Raman", Set.of(Role.RELEASER), "demo.does.releaser"),
          new DemoPerson("gwen", "Gwen Parry", Set.of(Role.DISCLOSURES), "demo.does.disclosures"),
          new DemoPerson("sam", "Sam Keane", Set.of(Role.ADMINISTRATOR), "demo.does.administrator"),
          new DemoPerson("clerk", "Ruth Thorne", Set.of(), "demo.does.committee"));

  public boolean isCommittee() {
    return roles.isEmpty();
  }

  /** Where they sign in. */
  public String door() {
    return isCommittee() ? "/committee/sign-in" : "/staff/sign-in";
  }
}
