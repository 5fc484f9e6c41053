package candour.platform.storage;

import candour.platform.DocumentId;
import candour.platform.DocumentStore;
import candour.platform.Identifiers;
import candour.platform.Seals;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in PostgreSQL, in sealed parts: within the transaction of the fact they belong to, and in
 * every backup.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SealedDocuments implements DocumentStore {

  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;
  private final Seals seals;

  SealedDocuments(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  @Override
  public Stored store(
      UUID caseId, Purpose purpose, String fileName, String mediaType, byte[] content) {
    var stored =
        new Stored(
            new DocumentId(Identifiers.next()),
            caseId,
            fileName,
            mediaType,
            content.length,
            sha256(content));
    jdbc.sql(
            """
            insert into platform.document (document_id, case_id, purpose, media_type, file_name, length, sha256)
            values (:id, :case, :purpose, :type, :name, :length, :sha)
            """)
        .param("id", stored.id().value())
        .param("case", caseId)
        .param("purpose", purpose.name())
        .param("type", mediaType)
        .param("name", fileName)
        .param("length", stored.length())
        .param("sha", stored.sha256())
        .update();
    for (int part = 0; part * (long) PART < content.length; part++) {
      var plain =
          Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART));
      jdbc.sql(
              """
              insert into platform.document_part (document_id, case_id, part_no, sealed)
              values (:id, :case, :part, :sealed)
              """)
          .param("id", stored.id().value())
          .param("case", caseId)
          .param("part", part)
          .param("sealed", seals.seal(caseId, context(stored.id(), part), plain))
          .update();
    }
    return stored;
  }

  @Override
  public byte[] read(DocumentId id, UUID caseId) {
    var stored = find(id, caseId);
    var content = new ByteArrayOutputStream((int) stored.length());
    var parts =
        jdbc.sql(
                "select sealed from platform.document_part where document_id = :id and case_id = :case order by part_no")
            .param("id", id.value())
            .param("case", caseId)
            .query(byte[].class)
            .list();
    for (int part = 0; part < parts.size(); part++) {
      content.writeBytes(seals.open(caseId, context(id, part), parts.get(part)));
    }
    var plain = content.toByteArray();
    if (!MessageDigest.isEqual(stored.sha256(), sha256(plain))) {
      throw new IllegalStateException("A stored file is not what was stored");
    }
    return plain;
  }

  @Override
  public Stored find(DocumentId id, UUID caseId) {
    return jdbc.sql(
            """
            select file_name, media_type, length, sha256 from platform.document
            where document_id = :id and case_id = :case
            """)
        .param("id", id.value())
        .param("case", caseId)
        .query((row, _) ->
            new Stored(
                id,
                caseId,
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("length"),
                row.getBytes("sha256")))
        .single();
  }

  private static String context(DocumentId id, int part) {
    return "document " + id.value() + ' ' + part;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
