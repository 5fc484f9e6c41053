package candour.records;

import candour.casework.CaseReference;
import candour.platform.Refusal;
import candour.records.redaction.PageImage;
import candour.records.redaction.PageImages;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Pictures of pages for the review screen: as collected, with the marks so far drawn in; and as it
 * will be released.
 */
@Controller
@RequestMapping("/staff/cases/{reference}/records/{record}/pages/{page}")
class PictureOfPage {

  private static final int DPI = 110;
  private static final Color SEEN_THROUGH = new Color(0x1d, 0x1d, 0x1d);

  private final Records records;

  PictureOfPage(Records records) {
    this.records = records;
  }

  @GetMapping("/picture.png")
  ResponseEntity<byte[]> collected(
      @PathVariable CaseReference reference,
      @PathVariable UUID record,
      @PathVariable int page,
      @RequestParam(defaultValue = "") String places)
      throws IOException {
    var drawn = PageImages.render(records.file(reference, new RecordId(record)), page, DPI);
    return picture(drawn, Place.list(places));
  }

  @GetMapping("/prepared.png")
  ResponseEntity<byte[]> prepared(
      @PathVariable CaseReference reference, @PathVariable UUID record, @PathVariable int page)
      throws IOException {
    var file = records.prepared(new PageKey(reference, new RecordId(record), page));
    return picture(PageImages.render(file, 1, DPI), List.of());
  }

  private static ResponseEntity<byte[]> picture(PageImage image, List<Place> places)
      throws IOException {
    return switch (image) {
      case PageImage.NotDrawn _ -> throw missing();
      case PageImage.Drawn(var png, int _, int _) ->
          ResponseEntity.ok()
              .contentType(MediaType.IMAGE_PNG)
              .cacheControl(CacheControl.noStore())
              .body(places.isEmpty() ? png : marked(png, places));
    };
  }

  private static byte[] marked(byte[] png, List<Place> places) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    var pen = picture.createGraphics();
    for (int i = 0; i < places.size(); i++) {
      draw(pen, picture, places.get(i), i + 1);
    }
    pen.dispose();
    var out = new ByteArrayOutputStream(png.length);
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  private static void draw(Graphics2D pen, BufferedImage picture, Place place, int number) {
    int x = (int) (place.left() * picture.getWidth());
    int y = (int) (place.top() * picture.getHeight());
    int width = (int) Math.ceil((place.right() - place.left()) * picture.getWidth());
    int height = (int) Math.ceil((place.bottom() - place.top()) * picture.getHeight());
    pen.setColor(SEEN_THROUGH);
    pen.setComposite(AlphaComposite.SrcOver.derive(0.45f));
    pen.fillRect(x, y, width, height);
    pen.setComposite(AlphaComposite.SrcOver);
    pen.setStroke(new BasicStroke(2));
    pen.drawRect(x, y, width, height);
    pen.setColor(Color.WHITE);
    pen.drawString(Integer.toString(number), x + 3, y + 12);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** A place in the address that is none. */
  @ExceptionHandler(Refusal.class)
  ResponseEntity<Void> refused() {
    return ResponseEntity.badRequest().build();
  }
}
