// Package collationtest has the papers that collations and workbooks are tested with:
// invented decisions, and tables that a test writes itself.
package collationtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation"
	"ntm/internal/decision"
)

// Library loads the embedded packs with the given packs of an office over them.
func Library(t testing.TB, texts ...string) *criteria.Library {
	t.Helper()
	if len(texts) == 0 {
		return packs.Embedded()
	}
	dir := t.TempDir()
	for i, text := range texts {
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := packs.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// Standard is a standard of the embedded packs.
func Standard(t testing.TB, id string) *criteria.Standard {
	t.Helper()
	std, ok := packs.Embedded().StandardByID(id)
	if !ok {
		t.Fatalf("no standard %s", id)
	}
	return std
}

// PaperOf reads one of the invented decisions.
func PaperOf(t testing.TB, name, level string, layer criteria.Layer) collation.Paper {
	t.Helper()
	d, err := decision.Read(t.Context(), filepath.Join("../../testdata/decisions", "gia-dinh-"+name))
	if err != nil {
		t.Fatal(err)
	}
	return paperIn(t, d, level, layer)
}

func paperIn(t testing.TB, d *decision.Decision, level string, layer criteria.Layer) collation.Paper {
	t.Helper()
	for _, a := range d.Annexes {
		if a.Level == level || a.Level == "" {
			return collation.Paper{Annex: a, Layer: layer,
				Decision: criteria.Document{Number: d.Number, Date: criteria.DayOf(d.Date)}}
		}
	}
	t.Fatalf("no annex of %s", level)
	return collation.Paper{}
}

// Paper makes a paper of a table that a test writes, one row a line, its cells apart by |.
func Paper(t testing.TB, layer criteria.Layer, lines ...string) collation.Paper {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bang.html")
	var page strings.Builder
	page.WriteString("<p>Số: 961/QĐ-TTg</p><p>Hà Nội, ngày 01 tháng 3 năm 2026</p><p>BỘ TIÊU CHÍ XÃ NÔNG THÔN " +
		"MỚI</p><table>")
	notes := ""
	for _, line := range lines {
		if note, is := strings.CutPrefix(line, "note "); is {
			notes += "<p>" + note + "</p>"
			continue
		}
		page.WriteString("<tr><td>" + strings.ReplaceAll(line, "|", "</td><td>") + "</td></tr>")
	}
	page.WriteString("</table>" + notes)
	if err := os.WriteFile(path, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := decision.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return paperIn(t, d, "ntm", layer)
}

// ByRegion is the head of a table with a column a region.
const ByRegion = "TT|Tên tiêu chí|Nội dung tiêu chí|Chỉ tiêu chung|Trung du, miền núi phía Bắc|Đồng bằng sông " +
	"Hồng|Bắc Trung Bộ|" +
	"Duyên hải Nam Trung Bộ|Tây Nguyên|Đông Nam Bộ|Đồng bằng sông Cửu Long"

// ByGroup is the head of one with a column a group of communes.
const ByGroup = "TT|Tiêu chí|Chỉ tiêu|Xã nhóm 1|Xã nhóm 2|Xã nhóm 3"

// Each is a row that asks the same of every region.
func Each(no, criterion, name, cell string) string {
	return strings.Join([]string{no, criterion, name, cell, cell, cell, cell, cell, cell, cell, cell}, "|")
}

// OfficePack is an invented pack with every kind of rule that a workbook has to
// show rightly: for a column, a day, a trait, and with parts.
const OfficePack = `schema: ntm.overlay.v1
id: van-phong-khac
name: Ngưỡng giả định của văn phòng khác
layer: province
province: Giả Định
years: {from: 2022, to: 2024}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - indicator: ntm/2.1
    columns: [btb]
    with: [safe_zone]
    at_least: 90
    status: seen
    source: giả định
  - indicator: ntm/10
    from: 2023-06-01
    columns: [btb]
    at_least: {2022: {btb: 60}, 2023: {btb: 61}, 2024: {btb: 62}}
    status: seen
    source: giả định
  - indicator: ntm/17.1
    from: 2024-03-01
    laxer_by: giả định
    any_of:
      - {figure: clean_water_rate, at_least: 90}
      - {figure: centralised_clean_water_rate, at_least: 20}
    status: seen
    source: giả định
  - indicator: ntm/satisfaction
    at_least: 85
    status: seen
    source: giả định
`
