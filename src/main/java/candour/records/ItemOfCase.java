package candour.records;

import candour.casework.CaseReference;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Leads from what a determination is about to its page and to the picture of that, with the places
 * drawn in that it is about; from a whole record to its first page.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/records/items/{item}")
class ItemOfCase {

  private final PlaceRows places;

  ItemOfCase(PlaceRows places) {
    this.places = places;
  }

  @GetMapping
  String find(@PathVariable CaseReference reference, @PathVariable UUID item) {
    return "redirect:" + path(page(reference, item));
  }

  @GetMapping("/picture.png")
  String picture(@PathVariable CaseReference reference, @PathVariable UUID item) {
    var page = page(reference, item);
    var marked = Place.words(places.on(page).getOrDefault(item, List.of()));
    return "redirect:%s/picture.png?places=%s".formatted(path(page), marked);
  }

  private PageKey page(CaseReference reference, UUID item) {
    return places
        .of(reference, item)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String path(PageKey page) {
    return "/staff/cases/%s/records/%s/pages/%d"
        .formatted(page.reference(), page.record(), page.number());
  }
}
