package packs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria/packs"
)

// A level that the program holds for one province is not left below what an office
// raises without a word.
func TestALowerLevelOfAProvinceIsTold(t *testing.T) {
	for name, tt := range map[string]struct{ set, want string }{
		"another's base": {"{indicator: nang-cao/10, at_least: 99, status: seen, source: giả định}", "kieu-mau/2"},
		"nothing raised": {"{indicator: ntm/3.1, at_least: 80, status: seen, source: giả định}", ""},
		"nothing below":  {"{indicator: ntm/10, at_least: 99, status: seen, source: giả định}", ""},
	} {
		folder := t.TempDir()
		text := `schema: ntm.overlay.v1
id: co-quan-gia-dinh
name: Cơ quan giả định (không có giá trị pháp lý)
layer: office
years: {from: 2022, to: 2025}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - ` + tt.set + "\n"
		if err := os.WriteFile(filepath.Join(folder, "gia-dinh.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		lib, err := packs.Load(folder)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var said []string
		for _, p := range packs.Undercut(lib) {
			said = append(said, p.Note())
		}
		all := strings.Join(said, "\n")
		if !strings.Contains(all, tt.want) || tt.want == "" && all != "" {
			t.Errorf("%s: said %q", name, all)
		}
		t.Log(all)
	}
	if said := packs.Undercut(packs.Embedded()); said != nil {
		t.Errorf("of itself: %v", said)
	}
}
