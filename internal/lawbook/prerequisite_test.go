package lawbook

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
)

// The prerequisite has a row of its own: confirmed, it makes no draft any more.
func TestThePrerequisiteIsConfirmed(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	key := "nang-cao/prerequisite# 2021-2025 .. *"
	w.fill(key, map[string]any{idTick: "x"})
	filled := w.read(lib)
	if changes := filled.Changes(); len(changes) != 1 || changes[0].Indicator != "nang-cao/prerequisite" ||
		changes[0].Before.Text != changes[0].After.Text {
		t.Errorf("changes %+v", changes)
	}
	written := packsOf(t, filled)
	after := library(t, written...)
	set, err := after.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: province})
	if err != nil {
		t.Fatal(err)
	}
	if p := set.Levels[1].Prerequisite; p.Level != criteria.NTM || p.Basis.Status != criteria.Confirmed ||
		p.Basis.Layer != criteria.Office || !strings.Contains(p.Basis.Source, "Nguyễn Thị Kiểm") {
		t.Errorf("got %+v", p)
	}
	if again := w.read(after); len(again.Changes())+len(packsOf(t, again)) > 0 {
		t.Errorf("entered again, it changes %+v", again.Changes())
	}
	w.fill(key, map[string]any{idValue: "Đạt"})
	if _, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(w.bytes()), lib, nil); err == nil ||
		!strings.Contains(err.Error(),
			"chỉ xác nhận được") {
		t.Errorf("a value: %v", err)
	}
}
