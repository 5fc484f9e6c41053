/* On the review page a rectangle can be drawn on the picture; it fills in the four fields that work without this. */
const picture = document.getElementById("page-picture");
const fields = ["left", "top", "width", "height"].map((id) => document.getElementById(id));

function draw() {
  const frame = document.createElement("div");
  frame.className = "app-drawing";
  picture.replaceWith(frame);
  frame.append(picture);
  const box = document.createElement("div");
  box.className = "app-drawing__box";
  box.hidden = true;
  frame.append(box);
  let start = null;

  const at = (event) => {
    const area = picture.getBoundingClientRect();
    const fraction = (n) => Math.min(1, Math.max(0, n)) * 100;
    return [fraction((event.clientX - area.left) / area.width), fraction((event.clientY - area.top) / area.height)];
  };
  const show = (event) => {
    const [x, y] = at(event);
    const place = [Math.min(x, start[0]), Math.min(y, start[1]), Math.abs(x - start[0]), Math.abs(y - start[1])];
    ["left", "top", "width", "height"].forEach((side, i) => {
      box.style[side] = `${place[i]}%`;
      fields[i].value = place[i].toFixed(2);
    });
    box.hidden = false;
  };

  picture.draggable = false;
  picture.addEventListener("pointerdown", (event) => {
    start = at(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => start && show(event));
  picture.addEventListener("pointerup", (event) => {
    if (start) show(event);
    start = null;
  });
}

if (picture && fields.every(Boolean)) draw();
