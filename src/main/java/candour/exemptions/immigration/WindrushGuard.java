package candour.exemptions.immigration;

import candour.casework.CaseFacts;
import candour.platform.Controller;

/**
 * Says whether the immigration exemption can be considered on a case. Ministers assured Parliament
 * on 9 May 2018 that there would be no basis for it where somebody asks for data to prove their
 * immigration history; here that is a rule without an override. And it is the Secretary of State's
 * alone (DPA 2018 Sch 2 para 4(1)).
 */
public final class WindrushGuard {

  private WindrushGuard() {}

  public static GuardResult check(CaseFacts facts, Controller controller) {
    if (facts.guarded()) {
      return new GuardResult.Blocked("windrush-guard");
    }
    return controller.secretaryOfState()
        ? new GuardResult.Clear()
        : new GuardResult.Blocked("secretary-of-state-only");
  }
}
