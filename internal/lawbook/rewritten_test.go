package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation/collationtest"
)

// A known indicator that a decision asks in another shape is replaced once a person has ticked each of its lines,
// and not by the tick for all rows.
func TestAnIndicatorIsRewritten(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(
		t,
		criteria.Nation,
		collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigated,
			"≥ 93% (trong đó ≥ 61% hộ nghèo giả định)"),
	)
	ticks := func(w workbook, most int) {
		g := w.grid(addSheet)
		row, at, _ := g.table(idCriterion)
		for i := row; i < g.end() && most > 0; i++ {
			if strings.Contains((line{g, i, at}).text(idRead), "|") {
				w.set(addSheet, refOf(at[idTick], i), "x")
				most--
			}
		}
	}
	all := taken(t, lib, paper)
	all.set(checkSheet, readHeadCell(all, idAll), "x")
	all.set(checkSheet, readHeadCell(all, idFresh), "x")
	if filled := all.read(lib); len(filled.Changes()) > 0 || filled.Left.All() != 2 {
		t.Errorf("taken with all: %+v, %d left", filled.Changes(), filled.Left.All())
	}
	part := taken(t, lib, paper)
	ticks(part, 1)
	if _, problems := part.problems(lib); !strings.Contains(problems.Error(), "có dòng chưa ghi x") {
		t.Errorf("one line of two: %v", problems)
	}

	both := taken(t, lib, paper)
	both.fill("ntm/15.1# 2021-2025 .. *", map[string]any{idValue: "92"})
	ticks(both, 2)
	if _, problems := both.problems(lib); !strings.Contains(problems.Error(), "được viết lại ở đây, lại được ghi") {
		t.Errorf("written twice: %v", problems)
	}

	w := taken(t, lib, paper)
	w.set(checkSheet, readHeadCell(w, idFresh), "x") // the part has no figure yet
	ticks(w, 2)
	filled := w.read(lib)
	changes := filled.Changes()
	if len(changes) != 1 || changes[0].Added || changes[0].Before.Text != "≥ 90 %" ||
		!strings.Contains(changes[0].After.Text, "≥ 61 %") {
		t.Fatalf("%+v", changes)
	}
	after := library(t, packsOfLayer(t, filled, criteria.Nation)...)
	set, err := after.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral})
	if err != nil {
		t.Fatal(err)
	}
	found := ""
	for _, c := range set.Levels[0].Criteria {
		for _, ind := range c.Indicators {
			if ind.No == "15.1" {
				found += ind.Requirement.String()
			}
		}
	}
	if !strings.Contains(found, "≥ 93 %") || !strings.Contains(found, "≥ 61 %") {
		t.Errorf("asked now: %s", found)
	}
	if again := w.read(after).Changes(); len(again) > 0 {
		t.Errorf("taken twice, it changes %+v", again)
	}
}

// What a province asks in its zones in another shape replaces the indicator in each of them, and nowhere else.
func TestAnIndicatorIsRewrittenInZones(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Province, "TT|Tên tiêu chí|Nội dung tiêu chí|Khu vực 1|Khu vực 2",
		"2|Giao thông|2.3. Tỷ lệ đường ngõ, xóm sạch và đảm bảo đi lại thuận tiện quanh năm|"+
			"100% sạch, trong đó cứng hóa ≥ 51%|100% (cứng hóa ≥ 71%)")
	w, _ := readInto(t, lib, "ntm-2021-2025", Scope{Province: "Thanh Hóa"}, paper)
	for id, v := range taker {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	w.set(checkSheet, readHeadCell(w, idFresh), "x")
	g := w.grid(addSheet)
	row, at, _ := g.table(idCriterion)
	cases := ""
	for i := row; i < g.end(); i++ {
		if l := (line{g, i, at}); strings.Contains(l.text(idRead), "|") {
			w.set(addSheet, refOf(at[idTick], i), "x")
			cases += l.text(idCase) + ";"
		}
	}
	if cases != "Khu vực 1;Khu vực 1;Khu vực 2;Khu vực 2;" {
		t.Errorf("lines of %s", cases)
	}
	after := library(t, packsOfLayer(t, w.read(lib), criteria.Province)...)
	for trait, want := range map[criteria.Trait]string{criteria.OwnZone1: "≥ 51 %", criteria.OwnZone2: "≥ 71 %",
		"": ""} {
		query := criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa"}
		if trait != "" {
			query.Traits = []criteria.Trait{trait}
		}
		set, err := after.Resolve(query)
		if err != nil {
			t.Fatal(err)
		}
		for _, ind := range set.Levels[0].Criteria[1].Indicators {
			if text := ind.Requirement.String(); ind.No == "2.3" &&
				(!strings.Contains(text, want) || strings.Contains(text, "100 %") != (want != "")) {
				t.Errorf("in %q: %s, want %s", trait, text, want)
			}
		}
	}
}
