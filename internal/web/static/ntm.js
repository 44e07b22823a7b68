// What pages do beyond their forms. Without it every form still works.
"use strict";

// A reply that is an error is shown, and what was typed stays: the cell is sent again when it is
// left again, also with the same text in it.
const unsent = new Set();

// Not so where somebody else wrote it since: both texts are shown, and the page is loaded again.
document.addEventListener("htmx:responseError", (e) =>
  (e.detail.xhr.status === 409 ? alarm : failed)(e.detail.xhr.responseText, e.detail.elt));
document.addEventListener("htmx:sendError", (e) => failed(
  "Không gửi được: cửa sổ ntm đã đóng. Chữ vừa gõ vẫn ở trong ô; mở lại ntm rồi gõ lại ô ấy.", e.detail.elt));
document.addEventListener("htmx:timeout", (e) => failed(
  "Máy trả lời quá lâu, ô này chưa chắc đã ghi. Chữ vừa gõ vẫn ở trong ô; nhấn Enter trong ô để ghi lại.", e.detail.elt));
document.addEventListener("htmx:afterRequest", (e) => {
  if (e.detail.successful && unsent.delete(e.detail.elt) && !unsent.size) document.getElementById("bao").hidden = true;
});
document.addEventListener("focusout", (e) => {
  if (e.target.name === "chu" && unsent.has(e.target.form)) htmx.trigger(e.target.form, "change");
});

function failed(text, form) {
  unsent.add(form);
  alarm(text);
}

function alarm(text) {
  const at = document.getElementById("bao");
  const read = new DOMParser().parseFromString(text, "text/html").querySelector(".alarm, p");
  at.textContent = read ? read.textContent : text;
  at.hidden = false;
}

// What stood in a cell when it was entered is what Esc gives back.
document.addEventListener("focusin", (e) => {
  if (e.target.name === "chu") e.target.dataset.stood = e.target.value;
});

// Enter, Shift+Enter and the arrows go from cell to cell, Esc gives back what stood there.
// While a letter is composed they belong to the keyboard.
document.addEventListener("keydown", (e) => {
  const here = e.target;
  if (e.isComposing || !(here instanceof HTMLInputElement) || here.name !== "chu") return;
  if (e.key === "Escape") {
    here.value = here.dataset.stood;
    return;
  }
  const step = { Enter: e.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
  if (!step) return;
  e.preventDefault();
  const all = [...document.querySelectorAll("input[name=chu]")];
  const next = all[all.indexOf(here) + step];
  if (!next) {
    here.blur();
    return;
  }
  next.focus();
  next.select();
});

// On the wall the arrows go from commune to commune, as do the keys of a pointer.
document.addEventListener("keydown", (e) => {
  const to = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" }[e.key];
  if (to && !e.altKey && !e.ctrlKey) document.querySelector(`.wall a[rel=${to}]`)?.click();
});

// A file dropped into a frame is the one that its form sends, dropped onto a figure it is evidence
// of that. Dropped beside one it does nothing: the browser would leave the page.
for (const kind of ["dragover", "drop", "dragleave"])
  document.addEventListener(kind, (e) => {
    if (!e.dataTransfer.types.includes("Files")) return;
    e.preventDefault();
    const frame = e.target.closest?.(".drop, [data-so]");
    document.querySelectorAll(".over").forEach((f) => f.classList.remove("over"));
    if (!frame) return;
    frame.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const form = frame.matches("form") ? frame : document.getElementById("dinh");
    if (frame.dataset.so) form.elements.so.value = frame.dataset.so;
    form.elements.tep.files = e.dataTransfer.files;
    if (!("cho" in form.dataset)) form.requestSubmit(); // else a person sends it
  });

// Several cells pasted into one of a table go where it stands, by the form for pasting.
document.addEventListener("paste", (e) => {
  const text = e.clipboardData.getData("text/plain"), grid = e.target.closest?.(".grid"), form = document.querySelector(".paste");
  if (!grid || !form || !/[\t\n]/.test(text.trimEnd())) return;
  e.preventDefault();
  const [row, column] = e.target.name.split("/");
  form.elements.thay.value = document.getElementById("thay").value;
  form.elements.dong.value = row;
  form.elements.cot.value = column;
  form.elements.chu.value = text;
  form.requestSubmit();
});
