// What pages do beyond their forms. Without it every form still works.
"use strict";

// A reply that is an error is shown, and what was typed stays.
document.addEventListener("htmx:responseError", (e) => alarm(e.detail.xhr.responseText));
document.addEventListener("htmx:sendError", () =>
  alarm("Không gửi được: cửa sổ ntm đã đóng. Chữ vừa gõ vẫn ở trong ô; mở lại ntm rồi gõ lại ô ấy."));

function alarm(text) {
  const at = document.getElementById("bao");
  const read = new DOMParser().parseFromString(text, "text/html").querySelector(".alarm, p");
  at.textContent = read ? read.textContent : text;
  at.hidden = false;
}
