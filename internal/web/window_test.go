package web

import (
	"strings"
	"testing"
)

// Ended by the page, the window answers nothing any more.
func TestEnded(t *testing.T) {
	w := opened(t)
	if a := w.ask(t, request{method: "POST", path: "/ket-thuc"}); a.code != 200 ||
		!strings.Contains(a.body, "Đã kết thúc") {
		t.Fatalf("%d %s", a.code, a.body)
	}
	<-w.end
}
