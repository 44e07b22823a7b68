package criteria_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// The packs of 2021–2025 were written from testdata/criteria-2021-2025.tsv.
// These tests hold every cell of that table against what the packs resolve to.

// rows reads a table of tab-separated values by its head row.
func rows(t *testing.T, file string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	var out []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(line, "\t") {
			row[head[i]] = strings.ReplaceAll(cell, `\"`, `"`)
		}
		out = append(out, row)
	}
	return out
}

// split are the indicators whose one cell holds more than one requirement; the
// test below this one spells them out.
var split = map[string]bool{
	"ntm/5": true, "ntm/14.1": true, "ntm/17.1": true,
	"nang-cao/2.2": true, "nang-cao/5.1": true, "nang-cao/5.3": true, "nang-cao/18.1": true,
}

// resolvedSets keeps what was resolved: the table asks for each column many times.
var resolvedSets = map[string]*criteria.Set{}

func resolved(t *testing.T, q criteria.Query, id string) criteria.SetIndicator {
	t.Helper()
	key := fmt.Sprint(q)
	set, ok := resolvedSets[key]
	if !ok {
		var err error
		if set, err = packs.Embedded().Resolve(q); err != nil {
			t.Fatal(err)
		}
		resolvedSets[key] = set
	}
	level, no, _ := strings.Cut(id, "/")
	l, _ := set.Level(criteria.Level(level))
	for _, c := range l.Criteria {
		for _, ind := range c.Indicators {
			if ind.No == no {
				return ind
			}
		}
	}
	t.Fatalf("no indicator %s", id)
	return criteria.SetIndicator{}
}

func TestEveryCellOfTheTable(t *testing.T) {
	checked := 0
	for _, row := range rows(t, "testdata/criteria-2021-2025.tsv") {
		id := row["level"] + "/" + row["indicator_no"]
		years := []int{2025} // after the amendment, which the table's cells follow
		if row["year"] != "" {
			y, _ := strconv.Atoi(row["year"])
			years = []int{y}
		}
		for _, column := range criteria.Regions {
			for _, year := range years {
				ind := resolved(t, criteria.Query{Year: year, Region: column}, id)
				if got := ind.Requirement.Basis.AmendedBy; year == 2025 && !strings.HasPrefix(row["amended_by"],
					got) || (got == "") != (row["amended_by"] == "") {
					t.Errorf("%s: amended by %q, table %q", id, got, row["amended_by"])
				}
				if ind.Name != row["indicator"] {
					t.Errorf("%s: name %q, table %q", id, ind.Name, row["indicator"])
				}
				if split[id] {
					continue
				}
				checked++
				if got, want := cellOf(ind.Requirement), row[string(column)]; got != want {
					t.Errorf("%s %d %s: pack %q, table %q", id, year, column, got, want)
				}
			}
		}
	}
	if checked < 900 {
		t.Errorf("only %d cells were compared", checked)
	}
}

// cellOf writes a requirement as the table's cell does.
func cellOf(r criteria.Requirement) string {
	switch {
	case r.Op == criteria.ProvinceSets:
		return "UBND cấp tỉnh quy định cụ thể"
	case !r.Known:
		return ""
	case r.Op == criteria.DeclaredMet:
		return "Đạt"
	case r.Figure.ID == "learning_community_grade":
		return "Khá (một số tỉnh: Tốt)"
	case r.Text != "":
		return r.Text
	}
	return r.Value.String()
}

func TestCellsWithMoreThanOneRequirement(t *testing.T) {
	tests := []struct {
		id     string
		year   int
		column criteria.Region
		want   string
	}{
		{"ntm/5", 2023, criteria.RedRiverDelta, "schools_level_1_rate ≥ 100"},
		{"ntm/5", 2023, criteria.SouthEast, "schools_level_1_rate ≥ 100"},
		{"ntm/5", 2023, criteria.NorthCentral, "all(schools_minimum_facilities_rate ≥ 100, any(all(school_count " +
			"≥ 4, schools_level_1_rate ≥ 70), all(school_count ≤ 3, schools_level_1_rate ≥ 50)))"},
		{"ntm/14.1", 2023, criteria.NorthCentral, "all(preschool_universalised, primary_universalisation_level ≥ " +
			"2, lower_secondary_universalisation_level ≥ 2, illiteracy_eradication_level ≥ 2, " +
			"six_year_olds_in_grade_1_rate ≥ 98)"},
		{"ntm/17.1", 2023, criteria.NorthCentral, "all(clean_water_rate ?, centralised_clean_water_rate ≥ 20)"},
		{"ntm/17.1", 2023, criteria.NorthernUpland, "all(clean_water_rate ?, centralised_clean_water_rate ≥ 15)"},
		{"ntm/17.1", 2023, criteria.SouthEast, "all(clean_water_rate ?, centralised_clean_water_rate ?)"},
		{"ntm/17.1", 2024, criteria.NorthCentral, "clean_water_rate ?"},
		{"nang-cao/2.2", 2023, criteria.NorthCentral,
			"all(village_road_maintained_rate ?, village_road_equipped_rate ?)"},
		{"nang-cao/5.1", 2023, criteria.NorthCentral, "all(schools_level_1_rate ≥ 100, schools_level_2_count ≥ 1)"},
		{"nang-cao/5.3", 2023, criteria.NorthCentral,
			"all(primary_universalisation_level ≥ 3, lower_secondary_universalisation_level ≥ 3)"},
		{"nang-cao/18.1", 2023, criteria.NorthCentral, "centralised_clean_water_rate ≥ 55"},
		{"nang-cao/18.1", 2024, criteria.NorthCentral, "centralised_clean_water_rate ?"},
		{"nang-cao/18.1", 2023, criteria.SouthEast, "centralised_clean_water_rate ?"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.id, tt.year, tt.column), func(t *testing.T) {
			ind := resolved(t, criteria.Query{Year: tt.year, Region: tt.column}, tt.id)
			if got := formula(&ind.Requirement); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func formula(r *criteria.Requirement) string {
	parts := make([]string, len(r.Parts))
	for i := range r.Parts {
		parts[i] = formula(&r.Parts[i])
	}
	switch {
	case r.Op == criteria.AllOf:
		return "all(" + strings.Join(parts, ", ") + ")"
	case r.Op == criteria.AnyOf:
		return "any(" + strings.Join(parts, ", ") + ")"
	case !r.Known:
		return r.Figure.ID + " ?"
	case r.Op == criteria.DeclaredMet:
		return r.Figure.ID
	}
	return r.Figure.ID + " " + r.Op.Sign() + " " + r.Value.String()
}

// Each row's status stands on each of its known cells, but for the single
// cells that have their own.
func TestStatusOfEveryCell(t *testing.T) {
	own := map[string]string{}
	for _, cell := range rows(t, "testdata/criteria-2021-2025-cells.tsv") {
		years := []string{cell["year"]}
		if cell["year"] == "" {
			years = []string{"2021", "2022", "2023", "2024", "2025"}
		}
		for _, year := range years {
			own[cell["level"]+"/"+cell["indicator_no"]+" "+year+" "+cell["column"]] = cell["status"]
		}
	}
	for _, row := range rows(t, "testdata/criteria-2021-2025.tsv") {
		id := row["level"] + "/" + row["indicator_no"]
		if split[id] {
			continue
		}
		year := row["year"]
		if year == "" {
			year = "2025"
		}
		y, _ := strconv.Atoi(year)
		for _, column := range criteria.Regions {
			ind := resolved(t, criteria.Query{Year: y, Region: column}, id)
			want := row["status"]
			if s, ok := own[id+" "+year+" "+string(column)]; ok {
				want = s
			}
			if !ind.Requirement.Known {
				want = string(criteria.Missing)
			}
			if got := string(ind.Requirement.Basis.Status); got != want {
				t.Errorf("%s %s %s: status %s, table %s", id, year, column, got, want)
			}
			if ind.Requirement.Basis.Source == "" {
				t.Errorf("%s %s: no source", id, column)
			}
		}
	}
}

func TestTheTableOf2022(t *testing.T) {
	before, after := criteria.Day(2024, 2, 29), criteria.Day(2024, 3, 1)
	tests := []struct{ id, name, before, after string }{
		{"ntm/13.1", "Xã có hợp tác xã hoạt động", "effective_cooperative", "effective_cooperative_or_group"},
		{"ntm/15.4", "Tỷ lệ dân số có sổ khám", "ehealth_record_rate ≥ 50", "ehealth_records_deployed"},
		{"ntm/18.4", "Xã đạt chuẩn tiếp cận pháp luật", "legal_access_standard", "legal_access_activities"},
		{"nang-cao/3.4", "Có 100% số công trình", "irrigation_works_maintained_rate ≥ 100",
			"irrigation_works_maintained_rate ?"},
		{"nang-cao/8.4", "Có ứng dụng công nghệ thông tin", "it_administration_and_polling",
			"it_in_socioeconomic_administration"},
		{"nang-cao/14.4", "Tỷ lệ dân số có sổ khám", "ehealth_record_rate ?", "ehealth_management_deployed"},
	}
	for _, tt := range tests {
		t.Run(tt.id, func(t *testing.T) {
			old := resolved(t, criteria.Query{Year: 2024, On: before, Region: criteria.NorthCentral}, tt.id)
			if !strings.HasPrefix(old.Name, tt.name) {
				t.Errorf("wording before the amendment: %q", old.Name)
			}
			if got := formula(&old.Requirement); got != tt.before {
				t.Errorf("before: %s, want %s", got, tt.before)
			}
			now := resolved(t, criteria.Query{Year: 2024, On: after, Region: criteria.NorthCentral}, tt.id)
			if got := formula(&now.Requirement); got != tt.after {
				t.Errorf("after: %s, want %s", got, tt.after)
			}
			if now.Requirement.Basis.AmendedBy != "211/QĐ-TTg" || old.Requirement.Basis.AmendedBy != "" {
				t.Errorf("amended by: before %q, after %q", old.Requirement.Basis.AmendedBy,
					now.Requirement.Basis.AmendedBy)
			}
		})
	}
}
