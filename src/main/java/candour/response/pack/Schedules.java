package candour.response.pack;

import candour.platform.Typesetting;
import candour.response.pack.PackContents.CoverLetter;
import candour.response.pack.PackContents.FurtherLetter;
import java.util.Arrays;
import java.util.List;

/** The tables behind the letter: records, what is withheld, searches, disclosures, evidence. */
final class Schedules {

  private final PackContents contents;
  private final Wording wording;
  private final Typesetting typesetting;

  Schedules(PackContents contents, Wording wording, Typesetting typesetting) {
    this.contents = contents;
    this.wording = wording;
    this.typesetting = typesetting;
  }

  void write() {
    typesetting.nextPage();
    switch (contents.letter()) {
      case CoverLetter _ -> answer();
      case FurtherLetter _ -> furtherAnswer();
    }
    if (!contents.evidence().isEmpty()) {
      schedule("evidence", new float[] {40, 60}, evidence());
    }
  }

  private void furtherAnswer() {
    schedule("further-records", new float[] {30, 22, 18, 10, 10, 10}, records());
    schedule("withheld", new float[] {30, 30, 40}, withheld());
    if (!contents.disclosures().isEmpty()) {
      schedule("further-disclosures", new float[] {14, 18, 18, 20, 18, 12}, disclosures());
    }
  }

  private void answer() {
    schedule("records", new float[] {30, 22, 18, 10, 10, 10}, records());
    schedule("withheld", new float[] {30, 30, 40}, withheld());
    schedule("searches", new float[] {18, 22, 18, 16, 26}, searches());
    schedule("disclosures", new float[] {14, 18, 18, 20, 18, 12}, disclosures());
  }

  private void schedule(String name, float[] widths, List<List<String>> rows) {
    typesetting.heading(wording.say(name + ".heading"));
    typesetting.paragraph(wording.say(name + ".intro"));
    if (rows.isEmpty()) {
      typesetting.paragraph(wording.say(name + ".none"));
    } else {
      typesetting.table(
          Arrays.asList(wording.say(name + ".columns").split("\\|", -1)), widths, rows);
    }
  }

  private List<List<String>> records() {
    return contents.records().stream()
        .map(line ->
            List.of(
                line.title(),
                line.system(),
                line.period(),
                Integer.toString(line.pages()),
                Integer.toString(line.released()),
                Integer.toString(line.withheld())))
        .toList();
  }

  private List<List<String>> withheld() {
    return contents.withheld().stream()
        .map(line -> List.of(line.what(), line.ground(), line.reason()))
        .toList();
  }

  private List<List<String>> searches() {
    return contents.searches().stream()
        .map(line -> List.of(line.system(), line.terms(), line.period(), line.by(), line.result()))
        .toList();
  }

  private List<List<String>> disclosures() {
    return contents.disclosures().stream()
        .map(line ->
            List.of(
                wording.date(line.date()),
                line.recipient(),
                line.agreement(),
                line.reason(),
                line.items(),
                line.outcome()))
        .toList();
  }

  private List<List<String>> evidence() {
    return contents.evidence().stream().map(line -> List.of(line.what(), line.shows())).toList();
  }
}
