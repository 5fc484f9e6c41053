package candour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Cookie;

/** What the officers of the main job do, and the clerk, each in a browser of their own. */
final class Officers {

  private static final String TERMS = "All names given, with the date of birth";

  /** What the browser of each remembers: whoever has signed in once stays signed in there. */
  private static final Map<String, Set<Cookie>> BROWSERS = new ConcurrentHashMap<>();

  /** The one password of everybody, by the port of their portal. */
  private static final Map<Integer, String> PASSWORDS = new ConcurrentHashMap<>();

  private final Walker walker;
  private final int port;
  private final Path folder;

  Officers(Walker walker, int port, Path folder) {
    this.walker = walker;
    this.port = port;
    this.folder = folder;
  }

  void signIn(String username) {
    walker.go("/").remember(BROWSERS.getOrDefault(username, Set.of()));
    BROWSERS.computeIfAbsent(username, this::signedIn);
  }

  private Set<Cookie> signedIn(String username) {
    var door = username.equals("clerk") ? "/committee" : "/staff";
    var password = PASSWORDS.computeIfAbsent(port, _ -> password());
    walker
        .go(door + "/sign-in")
        .fill("Username", username)
        .fill("Password", password)
        .press("Continue");
    var code = walker.inNewTab("/demo/mailbox", "#code-" + username);
    walker.fill("Enter the code from your authenticator app", code).press("Sign in");
    assertThat(walker.path()).as("Signed in").doesNotContain("/sign-in", "/code");
    return walker.cookies();
  }

  private String password() {
    walker.go("/demo/mailbox");
    return walker.text().replaceAll("(?s).*the password (\\S+).*", "$1");
  }

  String takeOn(String name) {
    signIn("amara");
    walker.go("/staff/worklist").sees(name);
    walker
        .press(walker.numberOf(name))
        .press("Take this case on")
        .sees("You have taken this case on.");
    return walker.path().replaceAll("^/staff/cases/([^/?]+).*", "$1");
  }

  void importDisclosures() {
    signIn("gwen");
    walker
        .go("/staff/disclosures/import")
        .upload("File of disclosures", demoFile("disclosures.csv"))
        .press("Take the file in")
        .sees("disclosures.csv");
  }

  void confirmIdentity(String reference) {
    walker
        .go(at(reference, "/identity/look"))
        .choose("Yes, I am satisfied", "In person or by phone")
        .fill("What did you see or hear?", "A long talk about the crossing and the school")
        .fill("Why is it enough, or not?", "Everything agrees with the old paper file")
        .press("Record it")
        .sees("Their identity is confirmed.");
  }

  void search(String reference, String system, String result, @Nullable String detail) {
    walker
        .go(at(reference, "/searches/certificate"))
        .choose(system)
        .fill("What did you search for?", TERMS)
        .choose(result);
    if (result.equals("Records were found")) {
      walker.fill("How many records?", String.valueOf(detail));
    } else if (detail != null) {
      walker.choose(detail);
    }
    walker.press("Record the search").sees("The search is recorded.");
  }

  void collect(String reference, String file, String title) {
    walker
        .go(at(reference, "/records"))
        .choose("Immigration case database: " + TERMS)
        .fill("What is it called?", title)
        .choose("No")
        .upload("The file", demoFile(file))
        .press("Add this record")
        .sees(title, "not looked at yet");
  }

  /**
   * Releases every page; on the page that speaks of somebody else, redacts the line with their
   * name.
   */
  void reviewFirstRecord(String reference, String somebodyElse) {
    walker
        .go(at(reference, "/records"))
        .press("Page 1")
        .press("Release this page")
        .sees("Page 2 of 3");
    walker.press("Add this mark").sees("Choose a ground");
    writeDown("About another person", "Something on page 2");
    walker.selectStartingWith("Ground", "About another person: ").choose(lineWith(somebodyElse));
    walker.press("Add this mark").press("Release with these redactions").sees("Page 3 of 3");
    walker.press("Release this page").sees("Withheld: 0", "Not looked at yet: 0");
  }

  private void writeDown(String ground, String covers) {
    walker.press("Write down a ground").choose(ground).press("Continue");
    walker.press("Write it down").sees("Choose whether it applies", "in at least 20 characters");
    walker.choose(covers);
    for (var question :
        new String[] {
          "What kind of information is it?",
          "Is there a duty of confidentiality to the other person?",
          "What was done to seek their consent?",
          "Can the other person give consent?",
          "Have they expressly refused?",
          "What does the requester probably know or hold already?"
        }) {
      walker.fill(question, "He phoned in confidence, and nobody has asked him since.");
    }
    walker.press("Write it down");
  }

  private String lineWith(String words) {
    return walker.texts("label").stream().filter(l -> l.contains(words)).findFirst().orElseThrow();
  }

  void exemptionIsRefused(String reference) {
    walker
        .go(at(reference, "/exemptions"))
        .sees("The immigration exemption cannot be used on this request");
    walker.forgePost(at(reference, "/exemptions/propose"), "provision=ART_15_1_3&outcome=APPLIED");
    walker.sees("cannot");
  }

  void proposeAndApprove(String reference, String words) {
    walker
        .go(at(reference, "/records"))
        .press("Page 1")
        .press("Propose an immigration exemption decision for this page");
    walker
        .answer("Which provision would be disapplied?", "UK GDPR Article 15(1) to (3): access")
        .answer("For what are the data processed?", "Maintaining effective immigration control")
        .answer("How much of the item is concerned?", "All of the item");
    for (var label :
        new String[] {
          "What would be prejudiced?",
          "How likely is that?",
          "What lesser step did you consider, and why will it not do?",
          "Any vulnerability of the person",
          "All rights and freedoms, including Convention rights",
          "The UK’s obligations under the Refugee Convention",
          "The UK’s obligations under the Trafficking Convention",
          "Welfare of children (section 55 of the Borders, Citizenship and Immigration Act 2009)",
          "The need to comply with the UK GDPR",
          "Any other relevant duty of the UK, the Secretary of State or anyone else",
          "Why is there such a risk, or why not?",
          "Why does it outweigh that risk, or why not?",
          "Why is it necessary and proportionate, or why not?"
        }) {
      walker.fill(label, words);
    }
    walker
        .answer("Would applying the provision give rise to a substantial risk of prejudice?", "Yes")
        .answer("Does that risk outweigh the risk of prejudice to the person’s interests?", "Yes")
        .answer(
            "Is using the exemption necessary and proportionate to the risks in this case?", "Yes")
        .answer("Is the exemption used?", "The exemption is used")
        .answer("Is the person to be told that the exemption was used?", "Yes")
        .date("When is the decision reviewed?", MainJobJourney.inSixMonths())
        .fill("Summary for the committee", "How a planned visit would have been carried out.")
        .press("Put it before another officer");
    var determination = walker.path();
    walker.sees("another senior officer approves or returns it");
    signIn("david");
    walker
        .go(determination)
        .choose("Approve it: it is in force at once")
        .fill("Your reason", "The tactic is still in use and the page says nothing else.")
        .choose("I have read the summary. It names nobody, and nobody can be found by it.")
        .press("Record it")
        .sees("In force");
    signIn("amara");
  }

  void withholdOnDetermination(String reference) {
    walker.go(at(reference, "/records")).press("Page 1");
    walker
        .selectStartingWith("Ground for withholding the page", "Immigration control: ")
        .press("Withhold this page");
    walker
        .sees("Page 2 of 2")
        .press("Release this page")
        .sees("Withheld: 1", "Not looked at yet: 0");
  }

  /** Ends the decision on the first page, and gives the page: the case is open again. */
  void withdrawAndGive(String reference, String page) {
    signIn("david");
    walker
        .go(at(reference, "/exemptions"))
        .press(page)
        .press("Withdraw this decision")
        .fill("Why is it withdrawn?", "The visit is over, and how it was made is known.")
        .press("Withdraw it")
        .sees("Ended");
    signIn("amara");
    walker
        .go(at(reference, "/records"))
        .press("Page 1")
        .press("Release this page")
        .sees("Withheld: 0", "Not looked at yet: 0");
  }

  void answer(String reference) {
    answer(reference, "Prepare the pack");
  }

  void answerFurther(String reference) {
    answer(reference, "Prepare a new pack");
  }

  /** Prepared by one, approved by another, released by a third. */
  private void answer(String reference, String prepare) {
    walker.go(at(reference, "/response")).press(prepare);
    signIn("david");
    walker
        .go(at(reference, "/response"))
        .fill("Why do you approve it?", "Every page agrees with the record.")
        .press("Approve the pack");
    signIn("priya");
    walker
        .go(at(reference, "/response"))
        .press("Release the pack")
        .sees("It leaves at", "Why do you call it back?");
  }

  private Path demoFile(String name) {
    var file = folder.resolve(name);
    try (var in =
        URI.create("http://localhost:" + port + "/demo/records/" + name).toURL().openStream()) {
      Files.write(file, in.readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(String reference, String tab) {
    return "/staff/cases/" + reference + tab;
  }
}
