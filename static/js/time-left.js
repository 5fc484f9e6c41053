/* Two minutes before somebody is signed out it says so, and lets them stay. The page stays as it is: what is sent later is kept. */
const WARNING = 120_000;
const box = document.querySelector("[data-stay]");

function watch(dialog) {
  const tabs = new BroadcastChannel(`candour${box.dataset.stay}`);
  const stay = dialog.querySelector("[data-stay-signed-in]");
  const back = dialog.querySelector("[data-back]");
  let end = 0;
  let dismissed = "";

  /* Any page of the same door, opened in any tab, puts the end off. */
  const until = (moment) => {
    end = moment;
    dismissed = "";
    say("");
    if (dialog.open) dialog.close();
  };
  const say = (words) => {
    dialog.querySelectorAll("[data-left]").forEach((line) => {
      line.hidden = line.dataset.left !== words;
    });
    stay.hidden = words === "0" || words === "last";
    back.hidden = !stay.hidden;
    dialog.classList.toggle("app-dialog--over", words === "0");
    if (dialog.open && stay.hidden) back.focus();
  };
  const look = () => {
    const left = end - Date.now();
    const words = left <= 0 ? "0" : left <= WARNING / 2 ? "1" : "2";
    if (left > WARNING || dismissed === (words === "0" ? "over" : "warned")) return;
    if (!stay.hidden || words === "0") say(words);
    if (!dialog.open) {
      dialog.showModal();
      (stay.hidden ? back : stay).focus();
    }
  };
  const ask = async () => {
    const answer = await fetch(box.dataset.stay, { headers: { Accept: "text/plain" } });
    const [seconds, at] = answer.redirected || !answer.ok ? [0] : (await answer.text()).split(" ");
    box.querySelector("time").textContent = at ?? box.querySelector("time").textContent;
    const moment = Date.now() + seconds * 1000;
    if (seconds * 1000 > WARNING) {
      until(moment);
      tabs.postMessage(moment);
    } else {
      end = moment;
      say(seconds > 0 ? "last" : "0");
    }
  };

  stay.addEventListener("click", ask);
  const dismiss = () => {
    dismissed = end > Date.now() ? "warned" : "over";
  };
  back.addEventListener("click", () => {
    dismiss();
    dialog.close();
  });
  dialog.addEventListener("cancel", (event) => {
    if (stay.hidden) {
      dismiss();
    } else {
      event.preventDefault();
      ask();
    }
  });
  tabs.addEventListener("message", (event) => until(event.data));
  until(Date.now() + box.dataset.seconds * 1000);
  tabs.postMessage(end);
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
}

if (box && typeof HTMLDialogElement === "function") watch(box.querySelector("dialog"));
