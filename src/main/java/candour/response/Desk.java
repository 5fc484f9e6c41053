package candour.response;

import candour.casework.CaseReference;
import candour.casework.Casework;
import candour.exemptions.Reliance;
import candour.exemptions.Reliances;
import candour.platform.DocumentStore;
import candour.platform.Officer;
import candour.records.Ground;
import candour.records.Records;
import candour.response.Standing.Steps;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers look at before they take the next step of an answer. */
@Component
@Transactional(readOnly = true)
class Desk {

  private final Packs packs;
  private final ReleaseCodes codes;
  private final Responses responses;
  private final Casework casework;
  private final Records records;
  private final Reliances reliances;
  private final EntryRows entries;
  private final DocumentStore documents;
  private final RecallWindow window;

  Desk(
      Packs packs,
      ReleaseCodes codes,
      Responses responses,
      Casework casework,
      Records records,
      Reliances reliances,
      EntryRows entries,
      DocumentStore documents,
      RecallWindow window) {
    this.packs = packs;
    this.codes = codes;
    this.responses = responses;
    this.casework = casework;
    this.records = records;
    this.reliances = reliances;
    this.entries = entries;
    this.documents = documents;
    this.window = window;
  }

  Standing standing(CaseReference reference, Officer officer) {
    var summary = casework.summary(reference);
    var made = packs.of(reference);
    var prepare = Pack.obstacleToPreparing(officer).orElse(null);
    var steps =
        made.stream()
            .findFirst()
            .map(newest ->
                new Steps(
                    prepare,
                    newest.obstacleToApproving(officer, summary.version()).orElse(null),
                    newest
                        .obstacleToReleasing(
                            officer, summary.version(), responses.deciders(reference))
                        .orElse(null),
                    newest.obstacleToRecalling(officer).orElse(null)))
            .orElse(new Steps(prepare, null, null, null));
    return new Standing(
        summary,
        packs.obstacle(reference).orElse(null),
        packs.waitsForLog(reference).orElse(null),
        insteadOfImmigration(reference),
        made,
        made.stream().mapToInt(pack -> codes.downloads(pack.id()).size()).sum(),
        window.recallWindow(),
        steps);
  }

  private List<String> insteadOfImmigration(CaseReference reference) {
    var used =
        records.reviewed(reference).stream()
            .flatMap(record -> record.pages().stream())
            .flatMap(page -> page.outcome().grounds().stream())
            .map(Ground::basis)
            .collect(Collectors.toSet());
    used.addAll(entries.bases(reference));
    return reliances.of(reference).stream()
        .filter(Reliance::insteadOfImmigration)
        .filter(reliance -> used.contains(reliance.id()))
        .map(reliance -> reliance.item().words())
        .distinct()
        .toList();
  }

  /** The pack's file, as the person will get it. */
  Download.File file(CaseReference reference, UUID packId) {
    var document = packs.get(reference, packId).document();
    return new Download.File(
        documents.find(document, reference.value()).fileName(),
        documents.read(document, reference.value()));
  }
}
