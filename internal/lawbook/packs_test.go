package lawbook

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation/collationtest"
	"ntm/internal/problem"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a text with the file of that name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// requirements are what the communes of the invented province are judged by,
// by level, number, year and region: in each year of the period, and when its
// dossiers are judged, which may be in the year after.
func requirements(t testing.TB, lib *criteria.Library) map[string]criteria.Requirement {
	t.Helper()
	out := map[string]criteria.Requirement{}
	for year := 2021; year <= 2025; year++ {
		for _, judged := range []int{year, year + 1} {
			for _, region := range []criteria.Region{criteria.NorthernUpland, criteria.RedRiverDelta,
				criteria.NorthCentral} {
				set, err := lib.Resolve(criteria.Query{Year: year, On: criteria.Day(judged, time.March, 20),
					Region: region, Province: province})
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range set.Levels {
					for _, c := range l.Criteria {
						for _, ind := range c.Indicators {
							out[fmt.Sprintf("%s/%s %d in %d %s", l.Standard.Level, ind.No, year, judged,
								region)] = ind.Requirement
						}
					}
				}
			}
		}
	}
	return out
}

// differences lists what is judged otherwise with another library.
func differences(t testing.TB, before, after *criteria.Library) []string {
	t.Helper()
	a, b := requirements(t, before), requirements(t, after)
	var out []string
	for key, r := range b {
		old := a[key]
		old.Basis.Source, r.Basis.Source = "", ""
		if fmt.Sprint(old.String(), old.Basis) != fmt.Sprint(r.String(), r.Basis) {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// The office confirms one threshold as it stands: that one is sure from then
// on, whenever the dossier is judged, and nothing else changes.
func TestConfirmingOneThreshold(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(income, map[string]any{idTick: "x", idNote: "trang 31"})
	filled := w.read(lib)
	changes := filled.Changes()
	if len(changes) != 1 || changes[0].Before.Text != changes[0].After.Text || changes[0].When != "2023" ||
		changes[0].Where != "Bắc Trung Bộ" || changes[0].Before.Status != criteria.Doubtful {
		t.Fatalf("changes %+v", changes)
	}
	written := packsOf(t, filled)
	if len(written) != 1 {
		t.Fatalf("%d packs", len(written))
	}
	golden(t, "confirmed.yaml", written[0])
	after := library(t, written...)
	want := []string{
		"kieu-mau/2 2023 in 2023 btb", "kieu-mau/2 2023 in 2024 btb", // 1,10 times the one confirmed
		"nang-cao/10 2023 in 2023 btb", "nang-cao/10 2023 in 2024 btb",
	}
	if diff := cmp.Diff(want, differences(t, lib, after)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r := requirements(t, after)["nang-cao/10 2023 in 2024 btb"]
	if b := r.Basis; r.String() != "≥ 50 triệu đồng/người/năm" || b.Status != criteria.Confirmed ||
		b.Layer != criteria.Office ||
		b.CheckedBy != "Nguyễn Thị Kiểm" || b.CheckedOn != "2026-03-15" || b.Decision != "318/QĐ-TTg" ||
		b.Annex != "Phụ lục II" {
		t.Errorf("%s, %+v", r.String(), b)
	}
}

func TestChangedAndProvinceLeftThresholds(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "ntm-2021-2025"))
	w.fillHead(map[string]any{idDecision: "318/QĐ-TTg", idArticle: "Phụ lục I", idBy: "Nguyễn Thị Kiểm",
		idOn: "15/3/2026"})
	w.fill("ntm/2.1# 2021-2025 .. *", map[string]any{idValue: 100, idWay: "≥", idDecision: "00/QĐ-GIẢ-ĐỊNH",
		idDate: "1/7/2022", idArticle: "Điều 3"})
	w.fill("ntm/3.1# 2021-2025 .. btb", map[string]any{idValue: "82,50"})
	w.fill("ntm/3.1# 2021-2025 .. tdmnpb", map[string]any{idValue: "82,50"})
	w.fill("ntm/13.1# 2021-2025 2024-03-01.. *", map[string]any{idTick: "x"})
	w.fill("ntm/satisfaction# 2021-2025 .. btb", map[string]any{idValue: 85, idDecision: "00/QĐ-GIẢ-ĐỊNH",
		idDate: "1/7/2022"})
	written := packsOf(t, w.read(lib))
	if len(written) != 1 {
		t.Fatalf("%d packs", len(written))
	}
	golden(t, "changed.yaml", written[0])
	r := requirements(t, library(t, written...))
	for key, want := range map[string]string{
		"ntm/2.1 2023 in 2023 btb": "100 % office", "ntm/3.1 2023 in 2023 btb": "≥ 82,50 % office",
		"ntm/3.1 2023 in 2023 tdmnpb": "≥ 82,50 % office",
		"ntm/3.1 2023 in 2023 dbsh":   "≥ 80 % nation", "ntm/13.1 2024 in 2024 btb": "Đạt office",
		"ntm/13.1 2023 in 2023 btb": "Đạt nation",
	} {
		one := r[key]
		if got := one.String() + " " + string(one.Basis.Layer); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
}

// A requirement with parts is restated whole: what was not entered stands as it
// stood, and is no surer than it was.
func TestOnePartOfARequirement(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "ntm-2021-2025"))
	w.fillHead(head)
	w.fill("ntm/5#2.1.2 2021-2025 .. btb", map[string]any{idValue: "75"})
	w.fill("ntm/14.1#5 2021-2025 .. btb", map[string]any{idTick: "x"})
	written := packsOf(t, w.read(lib))
	golden(t, "parts.yaml", written[0])
	after := library(t, written...)
	r := requirements(t, after)["ntm/5 2023 in 2023 btb"]
	var got []string
	r.Leaves(func(leaf *criteria.Requirement) {
		got = append(got, fmt.Sprintf("%s %s %v", leaf.String(), leaf.Basis.Status, leaf.Case))
	})
	want := []string{"100 % seen false", "≥ 4 trường seen true", "≥ 75 % confirmed false", "≤ 3 trường seen true",
		"≥ 50 % seen false"}
	if diff := cmp.Diff(want, got); diff != "" || r.Basis.Status != criteria.Seen || strings.Contains(r.String(),
		"70") {
		t.Errorf("%s: %s\n%s", r.String(), r.Basis.Status, diff)
	}
	for _, key := range differences(t, lib, after) {
		if !strings.HasSuffix(key, "btb") || !strings.HasPrefix(key, "ntm/5 ") && !strings.HasPrefix(key, "ntm/14.1 ") {
			t.Errorf("%s changed as well", key)
		}
	}
	// The other parts, later and by someone else: then all of it is confirmed.
	w = open(t, exported(t, after, "ntm-2021-2025"))
	w.fillHead(map[string]any{idDecision: "1491/QĐ-BGDĐT", idDate: "6/6/2022", idBy: "Trần Văn Soát",
		idOn: "20/3/2026"})
	for _, path := range []string{"1", "2.1.1", "2.2.1", "2.2.2"} {
		w.fill("ntm/5#"+path+" 2021-2025 .. btb", map[string]any{idTick: "x"})
	}
	both := packsOf(t, w.read(after))
	r = requirements(t, library(t, both...))["ntm/5 2023 in 2023 btb"]
	if r.Basis.Status != criteria.Confirmed || r.Basis.CheckedBy != "Trần Văn Soát" ||
		!strings.Contains(r.Parts[1].Parts[0].Parts[1].Basis.Source, "Nguyễn Thị Kiểm") {
		t.Errorf("%+v", r.Basis)
	}
}

// What was entered once may be entered again, mended, and added to.
func TestEntriesOverEarlierOnes(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(income, map[string]any{idTick: "x"})
	w.fill(waste, map[string]any{idValue: "95"})
	w.fill(trees, map[string]any{idTick: "x"})
	first := packsOf(t, w.read(lib))
	second := library(t, first...)

	again := w.read(second)
	if changes, texts := again.Changes(), packsOf(t, again); len(changes)+len(texts) > 0 {
		t.Errorf("the same workbook again changes %v, writes %v", changes, texts)
	}
	if filled, err := Read(t.Context(), "thu.xlsx",
		strings.NewReader(string(exported(t, second, "nang-cao-2021-2025"))),
		second, nil); err != nil || len(filled.Changes()) > 0 {
		t.Errorf("a new workbook, untouched: %v, %v", filled, err)
	}

	w.fill(waste, map[string]any{idValue: "96"})
	w.fill("nang-cao/10# 2024-2024 .. btb", map[string]any{idTick: "x"})
	filled := w.read(second)
	if changes := filled.Changes(); len(changes) != 2 {
		t.Errorf("changes %+v", changes)
	}
	all, err := filled.Packs("Văn phòng Điều phối NTM Giả Định", criteria.Office)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, o := range all {
		ids = append(ids, fmt.Sprintf("%s %d %v", o.ID, len(o.Set), o.Pos.File != ""))
	}
	want := []string{"van-phong-dieu-phoi-ntm-gia-dinh-2021-2025 2 true",
		"van-phong-dieu-phoi-ntm-gia-dinh-2024 1 false"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("packs (-want +got):\n%s", diff)
	}
}

// An earlier rule that a new one meets is cut back to where the new one is not.
func TestEarlierRulesAreCutBack(t *testing.T) {
	earlier := `schema: ntm.overlay.v1
id: van-phong-dieu-phoi-ntm-gia-dinh-2021-2025
name: Ngưỡng ghi tay
layer: office
province: Giả Định
years: {from: 2021, to: 2025}
decision: {number: 318/QĐ-TTg}
set:
  - indicator: nang-cao/10
    at_least:
      2021: {btb: 44, dbsh: 61}
      2022: {btb: 48, dbsh: 65}
      2023: {btb: 51, dbsh: 69}
      2024: {btb: 55, dbsh: 73}
      2025: {btb: 59, dbsh: 77}
    laxer_by: ghi tay
    status: confirmed
    source: ghi tay
    checked_by: Người ghi tay
    checked_on: 2023-01-01
  - {indicator: ntm/2.1, at_least: 100, status: confirmed, source: ghi tay, checked_by: Người ghi tay,
	checked_on: 2023-01-01}
`
	lib := library(t, earlier)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(income, map[string]any{idValue: "52"})
	written := packsOf(t, w.read(lib))
	after := library(t, written...)
	want := []string{"kieu-mau/2 2023 in 2023 btb", "kieu-mau/2 2023 in 2024 btb", "nang-cao/10 2023 in 2023 btb",
		"nang-cao/10 2023 in 2024 btb"}
	if diff := cmp.Diff(want, differences(t, lib, after)); diff != "" {
		t.Errorf("(-want +got):\n%s\n%s", diff, strings.Join(written, "\n"))
	}
	if r := requirements(t, after)["nang-cao/10 2023 in 2023 btb"]; r.String() != "≥ 52 triệu đồng/người/năm" {
		t.Errorf("got %s", r.String())
	}
}

func TestOneRuleForSeveralColumns(t *testing.T) {
	lib := library(t)
	std := collationtest.Standard(t, "nang-cao-2021-2025")
	w := open(t, exportedFor(t, lib, std, Scope{Province: province}))
	w.fillHead(head)
	for _, column := range criteria.Regions {
		w.fill("nang-cao/17.3# 2021-2025 .. "+string(column), map[string]any{idValue: "95"})
	}
	for _, column := range criteria.Regions[:2] {
		w.fill("nang-cao/17.4# 2021-2025 .. "+string(column), map[string]any{idValue: "60"})
	}
	written := packsOf(t, w.read(lib))[0]
	if strings.Count(written, "indicator: nang-cao/17.3") != 1 ||
		strings.Count(written, "indicator: nang-cao/17.4") != 1 ||
		strings.Count(written, "columns: [tdmnpb, dbsh]") != 1 || strings.Count(written, "columns:") != 1 {
		t.Errorf("got\n%s", written)
	}
	// The workbook still fits the packs that were made of it.
	after := library(t, written)
	if changes := w.read(after).Changes(); len(changes) > 0 {
		t.Errorf("read again, it changes %+v", changes)
	}
}

// What is easier than what it overrides is refused when the packs are
// loaded, unless the clause that allows it is named.
func TestLaxerThresholds(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(trees, map[string]any{idValue: "3"})
	dir := t.TempDir()
	load := func() error {
		if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(packsOf(t, w.read(lib))[0]), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := packs.Load(dir)
		return err
	}
	if err := load(); err == nil || !strings.Contains(err.Error(), "nang-cao/17.11") {
		t.Errorf("got %v, want a complaint of 17.11", err)
	}
	w.fill(trees, map[string]any{idLaxer: "Điều 9 Quyết định giả định"})
	if err := load(); err != nil {
		t.Errorf("with a clause: %v", err)
	}
}

func TestARelativeThresholdKeepsWhatItIsRelativeTo(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "kieu-mau-2021-2025"))
	w.fillHead(map[string]any{idDecision: "319/QĐ-TTg", idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026"})
	w.fill("kieu-mau/2# 2021-2025 .. *", map[string]any{idValue: "1,20"})
	filled := w.read(lib)
	if c := filled.Changes()[0]; c.Before.Text != "≥ 1,10 × mức của chỉ tiêu nang-cao/10" ||
		c.After.Text != "≥ 1,20 × mức của chỉ tiêu nang-cao/10" {
		t.Errorf("got %+v", c)
	}
	r := requirements(t, library(t, packsOf(t, filled)...))["kieu-mau/2 2023 in 2023 btb"]
	if r.Value.String() != "60" {
		t.Errorf("got %s", r.Value)
	}
}

func TestOfficesThatCannotBe(t *testing.T) {
	lib := library(t)
	std := collationtest.Standard(t, "nang-cao-2021-2025")
	w := open(t, exportedFor(t, lib, std, Scope{Columns: []criteria.Region{"btb"}}))
	w.fillHead(head)
	w.fill(income, map[string]any{idTick: "x"})
	filled := w.read(lib)
	if _, err := filled.Packs(" ", criteria.Office); err == nil || !strings.Contains(err.Error(),
		"chưa có tên cơ quan") {
		t.Errorf("no name: %v", err)
	}
	if _, err := filled.Packs("Sở Nông nghiệp", criteria.Province); err == nil || !strings.Contains(err.Error(),
		"phải nói là tỉnh nào") {
		t.Errorf("a province's layer of no province: %v", err)
	}
	other := strings.NewReplacer("id: van-phong-khac", "id: so-2022-2024").Replace(collationtest.OfficePack)
	lib = library(t, other)
	_, err := open(t, w.bytes()).read(lib).Packs("Sở", criteria.Office)
	if err == nil || problem.Of(err)[0].Hint == "" || !strings.Contains(err.Error(), `"so-2022-2024"`) {
		t.Errorf("another layer's pack of that name: %v", err)
	}
}
