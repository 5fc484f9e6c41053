package candour.support;

import static org.assertj.core.api.Assertions.assertThat;

import candour.casework.CaseReference;
import candour.platform.Home;
import candour.platform.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** That a person who is named in a log, an address or a file of the home is found there. */
@PortalTest
class LeaksTests {

  private static final String NAME = "Beryl Constance Campbell";

  @LocalServerPort int port;
  @Autowired Invariants invariants;
  @Autowired Overheard overheard;
  @Autowired Samples samples;
  @Autowired Home home;

  private CaseReference reference = new CaseReference(Identifiers.unguessable());
  private List<Path> planted = new ArrayList<>();

  @BeforeEach
  void somebodyAsks() {
    reference = samples.generalCase();
    overheard.forget();
    assertThat(places()).isEmpty();
  }

  @AfterEach
  void clear() throws IOException {
    overheard.forget();
    for (var file : planted) {
      Files.delete(file);
    }
  }

  private List<String> places() {
    return invariants.leaked().stream()
        .filter(it -> it.caseId() == null || reference.value().equals(it.caseId()))
        .map(Invariants.Broken::words)
        .distinct()
        .toList();
  }

  @Test
  void a_name_in_a_line_of_the_log_is_found() {
    LoggerFactory.getLogger("candour.support.leak").warn("{} has asked", NAME);
    assertThat(places()).containsExactly("names a person in the portal's log");
  }

  @Test
  void an_address_for_mail_in_the_words_of_an_error_is_found() {
    LoggerFactory.getLogger("candour.support.leak")
        .error("It failed", new IllegalStateException("for beryl.campbell@example.org"));
    assertThat(places()).containsExactly("names a person in the portal's log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing?name=Beryl+Constance+Campbell",
        "/nothing/Beryl%20Constance%20Campbell",
        "/?to=beryl.campbell%40example.org"
      })
  void a_name_in_an_address_is_found_however_it_is_spelt(String address) {
    new Browser(port).get(address);
    assertThat(places()).containsExactly("names a person in an address");
  }

  @Test
  void a_name_in_a_file_that_belongs_there_is_found() throws IOException {
    plant("secrets/planted", "for " + NAME);
    assertThat(places()).containsExactly("names a person in a file of the portal's home");
  }

  @Test
  void a_file_that_is_nobodys_is_found() throws IOException {
    plant("upload_1234.tmp", "%PDF-1.7");
    assertThat(places()).containsExactly("nobody's file is in the portal's home: upload_1234.tmp");
  }

  private void plant(String name, String content) throws IOException {
    planted.add(Files.writeString(home.path().resolve(name), content));
  }
}
