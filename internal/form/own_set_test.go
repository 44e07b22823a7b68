package form

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// A form that asks for figures of an office's own set, read without that set, says so: the
// figure is named, and what to give. No column was deleted.
func TestAFormOfAnOfficesSet(t *testing.T) {
	dir := t.TempDir()
	const pack = `schema: ntm.overlay.v1
id: gia-dinh
name: Giả định
layer: office
years: {from: 2021, to: 2025}
decision: {number: 1/QĐ-GIẢ-ĐỊNH}
figures:
  - {id: mo_hinh, name: Số mô hình giả định, unit: mô hình, confirmed_by: cơ quan giả định}
add:
  - {level: ntm, no: "1", name: Quy hoạch, indicators: [{no: "1.9", name: Có mô hình giả định,
     rules: [{figure: mo_hinh, at_least: 1, status: seen, source: giả định}]}]}
`
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(pack), 0o600); err != nil {
		t.Fatal(err)
	}
	own, err := packs.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	at, err := places.On(criteria.Day(2023, time.December, 31).Time).Lookup(places.Query{Code: "16492"})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := layout.NewPlan(own, 2023, criteria.NTM, &at, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := formtest.NewBlankForm(t, formtest.Template(t, blank.Write, plan, nil))
	cell := b.Keyed(layout.FigureSheet, "mo_hinh", "ntm:value")
	if err := b.File.SetCellValue(layout.FigureSheet, cell, 2); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "bieu-mau.xlsx")
	if err := b.File.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(t.Context(), file, own); err != nil {
		t.Errorf("with its set: %v", err)
	}
	_, err = Read(t.Context(), file, packs.Embedded())
	list := problem.Of(err)
	if len(list) != 1 || list[0].Cell != cell || !strings.Contains(list[0].Message,
		`"Số mô hình giả định" (mã mo_hinh)`) ||
		!strings.Contains(list[0].Hint, "--criteria") || !strings.Contains(list[0].Hint, "NTM_CRITERIA") ||
		strings.Contains(list[0].Hint, "đừng xóa") {
		t.Errorf("without its set: %+v", list)
	}
}
