package candour.response.pack;

import candour.platform.Typesetting;
import candour.response.pack.ChecklistAnswer.Given;
import candour.response.pack.ChecklistAnswer.NotApplicable;
import candour.response.pack.PackContents.CoverLetter;
import candour.response.pack.PackContents.FurtherLetter;
import candour.response.pack.PackContents.Redress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cover letter. */
final class LetterPart {

  private final PackContents contents;
  private final Wording wording;
  private final Typesetting typesetting;

  LetterPart(PackContents contents, Wording wording, Typesetting typesetting) {
    this.contents = contents;
    this.wording = wording;
    this.typesetting = typesetting;
  }

  void write(String title) {
    var sender = contents.controller();
    typesetting.title(title);
    typesetting.lines(
        List.of(sender.name(), sender.address(), contact(sender.email(), sender.phone())));
    List<String> addressee = new ArrayList<>(List.of(contents.requester().name()));
    addressee.addAll(contents.requester().addressLines());
    typesetting.paragraph(wording.date(contents.date()));
    typesetting.lines(addressee);
    typesetting.paragraph(wording.say("letter.reference", contents.reference()));
    typesetting.paragraph(wording.say("letter.greeting", contents.requester().name()));
    switch (contents.letter()) {
      case CoverLetter letter -> write(letter);
      case FurtherLetter letter -> write(letter);
    }
    redress(contents.letter().redress());
    typesetting.paragraph(wording.say("letter.closing"));
    typesetting.paragraph(sender.name());
  }

  private void write(CoverLetter letter) {
    typesetting.paragraph(wording.say("letter.opening"));
    typesetting.heading(wording.say("checklist.heading"));
    for (ChecklistItem item : ChecklistItem.values()) {
      typesetting.subheading(wording.say("checklist." + item));
      typesetting.paragraph(answer(letter, item));
    }
  }

  private void write(FurtherLetter letter) {
    typesetting.paragraph(wording.say("further.opening", wording.date(letter.answeredOn())));
    typesetting.paragraph(wording.say("further.keep"));
    typesetting.heading(wording.say("further.heading"));
    if (letter.changes().isEmpty()) {
      typesetting.paragraph(wording.say("further.none"));
    } else {
      typesetting.paragraph(wording.say("further.intro"));
      typesetting.table(
          Arrays.asList(wording.say("further.columns").split("\\|", -1)),
          new float[] {20, 24, 22, 34},
          letter.changes().stream()
              .map(line -> List.of(line.what(), line.before(), line.now(), line.why()))
              .toList());
    }
  }

  private String contact(String email, String phone) {
    return phone.isBlank() ? email : wording.say("letter.contact", email, phone);
  }

  private String answer(CoverLetter letter, ChecklistItem item) {
    ChecklistAnswer answer = letter.checklist().get(item);
    return switch (answer) {
      case Given given -> given.text();
      case NotApplicable not -> wording.say("checklist.not-applicable", not.reason());
      case null -> throw new IllegalStateException("Checked when the letter was made: " + item);
    };
  }

  private void redress(Redress redress) {
    typesetting.heading(wording.say("redress.heading"));
    typesetting.subheading(wording.say("redress.reasons"));
    typesetting.paragraph(redress.reasons());
    typesetting.subheading(wording.say("redress.complaint"));
    typesetting.paragraph(redress.complaint());
    typesetting.subheading(wording.say("redress.commissioner"));
    typesetting.paragraph(redress.commissioner());
    typesetting.subheading(wording.say("redress.court"));
    typesetting.paragraph(redress.court());
  }
}
