package criteria_test

import (
	"strconv"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// What was found by November 2026 stands in testdata/findings-2026-11.tsv, a fact a row.
// Its column use says what a row may do: seen, the nation's cell is raised to seen;
// province, it is that province's level and no cell of the nation; doubt, the nation's
// cell is marked. A row without a number stands in the sources of the packs only.
func TestFindingsOfNovember2026(t *testing.T) {
	held := map[string]int{}
	for _, row := range rows(t, "testdata/findings-2026-11.tsv") {
		f, ok := findingOf(row)
		if !ok {
			continue
		}
		held[row["use"]]++
		t.Run(f.id+" "+row["year"]+" "+row["column"], func(t *testing.T) {
			f.check(t, row["use"])
		})
	}
	if held["seen"] != 25 || held["province"] != 14 || held["doubt"] != 1 {
		t.Errorf("held: %v", held)
	}
}

// spelledOut is what is asked where a finding says it in more than a number.
var spelledOut = map[string]string{
	"nang-cao/5.1 100% mức độ 1, ít nhất 01 trường mức độ 2": "all(schools_level_1_rate ≥ 100, " +
		"schools_level_2_count ≥ 1)",
	"ntm/17.1 84.5 (trong đó CNTT >=40)": "all(clean_water_rate ≥ 84.5, " +
		"centralised_clean_water_rate ≥ 40)",
	"ntm/17.1 85 (trong đó CNTT >=45)": "all(clean_water_rate ≥ 85, " +
		"centralised_clean_water_rate ≥ 45)",
	"nang-cao/1.1 Đạt (tỉnh quy định chi tiết)":                   "master_plan_in_force",
	"nang-cao/1.2 Đạt (tỉnh quy định chi tiết)":                   "planning_regulation_enforced",
	"kieu-mau/2 110% mức quy định của xã nâng cao cùng thời điểm": "income_per_capita ≥ 83.6", // 1,10 × 76
}

// ofProvinces are the provinces that a row's column names in brackets or alone.
var ofProvinces = map[string]criteria.Region{
	"Đồng Nai": criteria.SouthEast, "Nam Định": criteria.RedRiverDelta, "Đồng Tháp": criteria.MekongDelta,
	"Ninh Bình": criteria.RedRiverDelta, "Quảng Nam": criteria.SouthCentral,
}

// finding is what a row says that can be held against the packs.
type finding struct {
	id, want, page string // want as formula writes it, or its last part
	query          criteria.Query
}

func findingOf(row map[string]string) (finding, bool) {
	level, no := strings.TrimSuffix(row["level"], " (tỉnh)"), row["indicator"]
	switch {
	case level == "kieu-mau":
		no = "2" // its income has that number
	case no == "điều kiện chung":
		no = "model-villages"
	}
	column, _, _ := strings.Cut(row["column"], " ")
	f := finding{id: level + "/" + no, page: row["page"], query: criteria.Query{Year: 2025,
		Region: criteria.Region(column)}}
	year, _, _ := strings.Cut(row["year"], " ")
	if y, err := strconv.Atoi(year); err == nil {
		f.query.Year = y
	}
	for province, region := range ofProvinces {
		if strings.Contains(row["column"], province) {
			f.query.Province, f.query.Region = province, region
		}
	}
	var spelled bool
	if f.want, spelled = spelledOut[f.id+" "+row["value"]]; spelled {
		return f, true
	}
	f.want = strings.NewReplacer(">=", " ≥ ", "<=", " ≤ ").Replace(row["op"]) + row["value"]
	_, err := strconv.ParseFloat(row["value"], 64)
	return f, err == nil && row["column"] != "all"
}

func (f *finding) check(t *testing.T, use string) {
	nation := f.query
	nation.Province = ""
	got, known := atPoint(t, nation, f.id)
	switch use {
	case "province":
		if known && (got.Basis.Layer == criteria.Province || strings.Contains(got.Basis.Source, f.page)) {
			t.Errorf("in every province: %s, %+v", formula(&got), got.Basis)
		}
		got, _ = atPoint(t, f.query, f.id)
		if got.Basis.Layer != criteria.Province {
			t.Errorf("set by the %s", got.Basis.Layer)
		}
	case "doubt":
		if got.Basis.Status != criteria.Doubtful || !strings.Contains(got.Basis.Source, f.page) {
			t.Errorf("%+v", got.Basis)
		}
		return
	}
	sure := got.Basis.Status == criteria.Seen || strings.Contains(got.Text, "×") // as sure as what it is a multiple of
	if !strings.HasSuffix(formula(&got), f.want) || !sure || !strings.Contains(got.Basis.Source, f.page) {
		t.Errorf("%s, want %s\n%+v", formula(&got), f.want, got.Basis)
	}
}

// atPoint is what an indicator or condition asks at a point. The national column, by
// which no commune is judged, is read off the pack.
func atPoint(t *testing.T, q criteria.Query, id string) (criteria.Requirement, bool) {
	t.Helper()
	level, no, _ := strings.Cut(id, "/")
	if q.Region == criteria.National {
		std, _ := packs.Embedded().Standard(criteria.Level(level), q.Year)
		ind, _ := std.Indicator(no)
		rule := ind.Rules[len(ind.Rules)-1]
		return packs.Embedded().Asked(rule, &rule.Ask, q.Year, q.Region), true
	}
	set, err := packs.Embedded().Resolve(q)
	if err != nil {
		t.Fatal(err)
	}
	l, _ := set.Level(criteria.Level(level))
	for _, c := range l.Conditions {
		if c.ID == no {
			return c.Requirement, true
		}
	}
	for _, c := range l.Criteria {
		for _, ind := range c.Indicators {
			if ind.No == no {
				return ind.Requirement, true
			}
		}
	}
	return criteria.Requirement{}, false
}
