package candour.requester.journey;

import candour.intake.PublicFile.Sound;
import candour.intake.PublicFiles;
import candour.platform.Identifiers;
import candour.platform.Refusal;
import candour.platform.Seals;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Files that people send before there is a case, sealed with what they typed and gone with it. */
@Repository
class DraftFiles {

  private final JdbcClient jdbc;
  private final Seals seals;
  private final JsonMapper json;
  private final Drafts drafts;

  DraftFiles(JdbcClient jdbc, Seals seals, JsonMapper json, Drafts drafts) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.json = json;
    this.drafts = drafts;
  }

  /** What is known of a file without opening it. */
  record Kept(UUID id, int position, Label label) {}

  /** What is sealed apart from the content, so that a list opens no file. */
  record Label(String name, String mediaType, int length) {

    boolean fits(Sound file) {
      return name.equals(file.fileName()) && length == file.content().length;
    }
  }

  /** The files of a draft, in the order in which they came. */
  List<Kept> of(UUID draft) {
    return drafts.asVisitor(draft, () -> list(draft));
  }

  /**
   * Keeps these as well, without that one, and answers the page with what is there then. A file
   * that is there already, as when a form is sent twice, is not kept again; a draft that was sent
   * meanwhile, or is gone, stays as it is.
   *
   * @throws Refusal {@code too-many-files} if there would be more than ten
   */
  Draft keep(Draft draft, List<Sound> more, @Nullable UUID without) {
    return drafts.asVisitor(
        draft.id(),
        () -> {
          var now = drafts.hold(draft.id()).orElse(draft);
          if (now.sent() != null || !now.isBegun()) {
            return now;
          }
          remove(draft.id(), without);
          more.forEach(file -> add(draft.id(), file));
          return drafts.answer(
              now, new SentFiles(list(draft.id()).stream().map(it -> it.label().name()).toList()));
        });
  }

  /** Gives each file away, one after the other, and keeps none; in a transaction of its visitor. */
  void handOver(UUID draft, ObjIntConsumer<Sound> to) {
    for (var file : list(draft)) {
      to.accept(open(draft, file), file.position());
    }
    jdbc.sql("delete from requester.draft_file where draft_id = :draft")
        .param("draft", draft)
        .update();
  }

  private List<Kept> list(UUID draft) {
    return jdbc.sql(
            "select file_id, position, sealed from requester.draft_file where draft_id = :draft order by position")
        .param("draft", draft)
        .query((row, _) -> {
          var id = row.getObject("file_id", UUID.class);
          var label = seals.open(context(draft, id), row.getBytes("sealed"));
          return new Kept(id, row.getInt("position"), json.readValue(label, Label.class));
        })
        .list();
  }

  private void add(UUID draft, Sound file) {
    var there = list(draft);
    if (there.stream().anyMatch(it -> it.label().fits(file))) {
      return;
    }
    var id = Identifiers.next();
    var label = new Label(file.fileName(), file.mediaType(), file.content().length);
    jdbc.sql(
            """
            insert into requester.draft_file (file_id, draft_id, position, sealed, content)
            values (:id, :draft, :position, :sealed, :content)
            """)
        .param("id", id)
        .param("draft", draft)
        .param("position", freeAmong(there))
        .param("sealed", seals.seal(context(draft, id), json.writeValueAsBytes(label)))
        .param("content", seals.seal(context(draft, id) + " content", file.content()))
        .update();
  }

  private static int freeAmong(List<Kept> there) {
    return IntStream.rangeClosed(1, PublicFiles.MOST)
        .filter(place -> there.stream().noneMatch(it -> it.position() == place))
        .findFirst()
        .orElseThrow(() -> new Refusal("too-many-files"));
  }

  private void remove(UUID draft, @Nullable UUID file) {
    jdbc.sql("delete from requester.draft_file where draft_id = :draft and file_id = :file")
        .param("draft", draft)
        .param("file", file)
        .update();
  }

  private Sound open(UUID draft, Kept file) {
    var sealed =
        jdbc.sql("select content from requester.draft_file where file_id = :file")
            .param("file", file.id())
            .query((row, _) -> Objects.requireNonNull(row.getBytes(1)))
            .single();
    return new Sound(
        file.label().name(),
        file.label().mediaType(),
        seals.open(context(draft, file.id()) + " content", sealed));
  }

  private static String context(UUID draft, UUID file) {
    return "draft " + draft + " file " + file;
  }
}
