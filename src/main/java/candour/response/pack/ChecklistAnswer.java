package candour.response.pack;

/** What is said to one item of the checklist; an item may not apply, but never silently. */
public sealed interface ChecklistAnswer {

  record Given(String text) implements ChecklistAnswer {
    public Given {
      Words.require("the text of a checklist item", text);
    }
  }

  record NotApplicable(String reason) implements ChecklistAnswer {
    public NotApplicable {
      Words.require("why a checklist item does not apply", reason);
    }
  }
}
