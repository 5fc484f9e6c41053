package candour.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import candour.audit.AuditLog;
import candour.audit.merkle.Checkpoint;
import candour.audit.merkle.EntryBundle;
import candour.audit.merkle.Leaf;
import candour.audit.merkle.Opening;
import candour.audit.merkle.SignedNote;
import candour.audit.merkle.Tile;
import candour.audit.merkle.TlogProof;
import candour.audit.merkle.VerifierKey;
import candour.platform.Acting;
import candour.platform.Seals;
import candour.support.Browser;
import candour.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as somebody outside sees it, over HTTP. */
@LogTest
class LogFilesTests {

  @LocalServerPort int port;
  @Autowired LogBench bench;
  @Autowired AuditLog auditLog;
  @Autowired Samples samples;
  @Autowired Seals seals;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  Browser browser;

  @BeforeEach
  void visit() {
    browser = new Browser(port);
  }

  @Test
  void the_export_is_believed_by_the_published_verifier_and_a_forged_one_is_not() throws Exception {
    bench.grow(420);
    var old = save("old", "/log/checkpoint");
    bench.grow(3);
    var zip = save("export.zip", "/log/export.zip");
    assertThat(browser.page().header("Content-Type")).isEqualTo("application/zip");
    var vkey = browser.get("/log/vkey").text().strip();

    var true_ = LogBench.verify(zip.toString(), "--vkey", vkey, "--since", old.toString());
    assertThat(true_.code()).as(true_.words()).isZero();
    assertThat(true_.words())
        .contains("daily tallies are the counts of their days' entries")
        .contains("entries are those of your older checkpoint");

    bench.forge(
        "audit.leaf",
        "update audit.leaf set leaf = replace(encode(leaf, 'escape'), 'policy 20', 'policy 19')::bytea"
            + " where leaf_index = 7");
    try {
      var forged = LogBench.verify(save("forged.zip", "/log/export.zip"));
      assertThat(forged.code()).isEqualTo(1);
      assertThat(forged.words()).contains("entry 7 in tile/entries/000");
    } finally {
      bench.forge(
          "audit.leaf",
          "update audit.leaf l set leaf = e.leaf from audit.entry e where l.entry_id = e.entry_id");
    }
  }

  @Test
  void one_entry_is_proved_by_its_text_and_by_its_opening() throws Exception {
    var caseId = bench.grow(1);
    var index = place(caseId);
    var vkey = browser.get("/log/vkey").text().strip();
    var leaf = save("leaf.txt", "/log/entry/" + index);
    var proof = save("one.tlog-proof", "/log/proof/" + index);
    assertThat(browser.page().header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"entry-" + index + ".tlog-proof\"");
    TlogProof.parse(Files.readString(proof))
        .check(Files.readAllBytes(leaf), VerifierKey.parse(vkey));
    assertThat(auditLog.proof(index).file()).isEqualTo(Files.readString(proof));
    assertThat(auditLog.proof(index).leaf()).isEqualTo(Files.readString(leaf));

    var byText = LogBench.verify("proof", proof.toString(), leaf.toString(), "--vkey", vkey);
    assertThat(byText.code()).as(byText.words()).isZero();
    var opening = folder.resolve("opening.json");
    Files.writeString(opening, opening(caseId));
    var byOpening = LogBench.verify("proof", proof.toString(), opening.toString(), "--vkey", vkey);
    assertThat(byOpening.code()).as(byOpening.words()).isZero();
    assertThat(byOpening.words())
        .contains("it was made for exactly this")
        .contains(caseId.toString());
  }

  @Test
  void no_proof_is_handed_out_that_does_not_lead_to_the_signed_root() {
    bench.grow(400);
    var hash =
        "update audit.tile set hashes = overlay(hashes placing %s from 161 for 32) where level = 0 and tile_index = 0 and width > 5";
    bench.forge("audit.tile", hash.formatted("sha256('x')"));
    try {
      assertThat(browser.get("/log/proof/6").status()).isEqualTo(404);
    } finally {
      bench.forge(
          "audit.tile",
          hash.formatted(
              "sha256('\\x00'::bytea || (select leaf from audit.leaf where leaf_index = 5))"));
    }
    assertThat(browser.get("/log/proof/6").status()).isEqualTo(200);
  }

  @Test
  void checkpoint_and_tiles_are_those_of_the_standard() {
    bench.grow(400);
    var checkpoint = browser.get("/log/checkpoint");
    assertThat(checkpoint.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
    assertThat(checkpoint.response().headers().allValues("Cache-Control"))
        .containsExactly("no-cache");
    var key = VerifierKey.parse(browser.get("/log/vkey").text().strip());
    var signed = Checkpoint.open(SignedNote.parse(checkpoint.text()), key);
    assertThat(auditLog.checkpoint())
        .hasValueSatisfying(c -> assertThat(c.root()).isEqualTo(signed.root().toString()));

    var full = browser.get("/log/tile/0/000");
    assertThat(full.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(full.response().headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=31536000, immutable");
    assertThat(full.response().body()).hasSize(256 * 32);
    assertThat(browser.get("/log/tile/0/000.p/3").response().body()).hasSize(3 * 32);
    assertThat(browser.get("/log/tile/1/000.p/1").response().body()).hasSize(32);
    var bundle = browser.get("/log/tile/entries/000").response().body();
    assertThat(EntryBundle.entries(new Tile(Tile.ENTRIES, 0, 256), bundle).getFirst())
        .isEqualTo(browser.get("/log/entry/0").response().body());
    var edge = (int) (signed.size() % 256);
    var last = "/log/tile/0/%03d.p/".formatted(signed.size() / 256);
    assertThat(browser.get(last + edge).status()).isEqualTo(200);
    assertThat(browser.get(last + (edge + 1)).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/001/002",
        "tile/0/0",
        "tile/0/999",
        "tile/0/000/",
        "tile/0/000.p/0",
        "tile/0",
        "tile/",
        "tile/9/000",
        "tile/63/000",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/entries/x001/067",
        "tile/-1/000",
        "proof/99999999",
        "proof/-1",
        "proof/01",
        "proof/x",
        "proof/99999999999999999999",
        "entry/99999999",
        "entry/1e3",
        "entry/",
        "nothing"
      })
  void what_is_not_there_is_not_found(String path) {
    assertThat(browser.get("/log/" + path).status()).isEqualTo(404);
  }

  @Test
  void the_page_says_in_both_languages_how_large_the_log_is_and_how_to_check_it() {
    bench.grow(1);
    var checkpoint = auditLog.checkpoint().orElseThrow();
    assertThat(browser.get("/log").heading()).isEqualTo("The decision log");
    assertThat(browser.page().text())
        .contains(checkpoint.root())
        .contains(">%,d<".formatted(checkpoint.size()));
    assertThat(browser.get("/log?lang=cy").heading()).isEqualTo("Y log penderfyniadau");
    assertThat(browser.page().text()).contains(checkpoint.root());
    assertThat(browser.get("/log/VerifyLog.java").text()).contains("public final class VerifyLog");
  }

  private long place(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql(
                    "select leaf_index from audit.leaf join audit.entry using (entry_id) where case_id = :case")
                .param("case", caseId)
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private String opening(UUID caseId) {
    return samples.as(
        Acting.system(),
        () ->
            jdbc.sql("select * from audit.entry where case_id = :case")
                .param("case", caseId)
                .query((row, _) -> opening(caseId, row))
                .single());
  }

  private String opening(UUID caseId, ResultSet row) throws SQLException {
    var leaf = Leaf.parse(row.getBytes("leaf"));
    var context = "log entry " + row.getString("entry_id") + '\n' + leaf.uncommitted();
    var kept = new String(seals.open(caseId, context, row.getBytes("opening")), UTF_8);
    return Opening.of(kept + row.getString("rows") + "]}").file(leaf);
  }

  private Path save(String name, String path) throws Exception {
    var page = browser.get(path);
    assertThat(page.status()).as(new String(page.response().body(), UTF_8)).isEqualTo(200);
    return Files.write(folder.resolve(name), page.response().body());
  }
}
