package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.log.WitnessBench.Asking;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.Hash;
import candour.audit.merkle.WitnessRequest;
import candour.audit.witness.WitnessAtHome;
import candour.platform.Officer.Role;
import candour.support.People;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** What is carried to a witness and back by hand, and what everybody can see of witnesses. */
@LogTest
class WitnessPagesTests {

  @Autowired WitnessBench witnessing;
  @Autowired PublishedLog log;
  @Autowired LogKey key;
  @Autowired People people;

  @TempDir Path folder;
  private WitnessAtHome witness;

  @BeforeEach
  void invite() throws IOException {
    witness = witnessing.invite(folder);
  }

  @AfterEach
  void leave() {
    witness.close();
  }

  @Test
  void a_clerk_carries_a_request_out_and_a_cosigned_checkpoint_in() throws IOException {
    var asking = witnessing.asking("any", WitnessBench.of(witness, true));
    var id = asking.witnesses.all().getFirst().id();
    for (var round = 0; round < 2; round++) {
      var caseId = asking.determined();
      asking.submission.run();
      assertThat(witnessing.vouchedFor(caseId)).isFalse();
      var request = String.valueOf(asking.pages.request(id).getBody());
      assertThat(refusal(asking, request)).isEqualTo("witnesses.error.false");
      var own = log.required().note().toString();
      assertThat(refusal(asking, own)).isEqualTo("witnesses.error.nobody");
      var cosigned = witness.cosign(request);
      assertThat(refusal(asking, cosigned.replace("\n", "\r\n")))
          .isEqualTo("witnesses.error.false");
      var last = cosigned.length() - 10;
      var flipped = cosigned.charAt(last) == 'A' ? 'B' : 'A';
      assertThat(
              refusal(asking, cosigned.substring(0, last) + flipped + cosigned.substring(last + 1)))
          .isEqualTo("witnesses.error.false");
      assertThat(witnessing.vouchedFor(caseId)).isFalse();
      assertThat(refusal(asking, cosigned)).isNull();
      assertThat(refusal(asking, cosigned)).isNull();
      assertThat(witnessing.vouchedFor(caseId)).isTrue();
    }
  }

  @Test
  void files_of_other_logs_and_no_files_are_told_apart() throws IOException {
    var asking = witnessing.asking("any", WitnessBench.of(witness, true));
    asking.determined();
    var size = log.required().checkpoint().size();
    for (var other :
        List.of(
            new Checkpoint(key.verifier().name(), size, Hash.OF_NOTHING),
            new Checkpoint(key.verifier().name(), size + 100, Hash.OF_NOTHING),
            new Checkpoint("other.example/log", size, log.required().checkpoint().root()))) {
      assertThat(refusal(asking, key.sign(other, Instant.now()).toString()))
          .isEqualTo("witnesses.error.other");
    }
    assertThat(refusal(asking, "")).isEqualTo("witnesses.error.choose");
    assertThat(refusal(asking, "x".repeat(200_000))).isEqualTo("witnesses.error.false");
    assertThat(refusal(asking, "\uD83D\uDC69\0")).isEqualTo("witnesses.error.false");
  }

  private static @Nullable String refusal(Asking asking, String file) throws IOException {
    var sent =
        new WitnessPages.CosignedCheckpoint(
            new MockMultipartFile("file", "cosigned.txt", "text/plain", file.getBytes(UTF_8)));
    BindingResult errors = new BeanPropertyBindingResult(sent, "cosignedCheckpoint");
    asking.pages.take(sent, errors);
    var error = errors.getFieldError("file");
    return error == null ? null : error.getCode();
  }

  @Test
  void administrators_see_the_witnesses_and_anybody_the_policy() {
    var administrator = people.signedIn(Role.ADMINISTRATOR);
    var page = administrator.get("/staff/witnesses");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("main").text()).contains("Clerk", "By file, carried by hand");
    var request = administrator.get("/staff/witnesses/da77ade7/request");
    assertThat(WitnessRequest.parse(request.text()).oldSize()).isZero();
    assertThat(administrator.get("/staff/witnesses/00000000/request").status()).isEqualTo(404);
    assertThat(administrator.get("/staff/witnesses?lang=cy").text()).contains("Tystion y log");
    assertThat(people.signedIn(Role.CASEWORKER).get("/staff/witnesses").status()).isEqualTo(403);
    assertThat(people.visitor().get("/log/policy").text())
        .contains("log " + key.verifier().vkey(), "log " + key.second().vkey(), "witness da77ade7")
        .endsWith("quorum none\n");
  }
}
