package criteria_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/shopspring/decimal"
)

// The pack of 2016–2020 was written from testdata/criteria-2016-2020.tsv: one
// row an indicator, with the signs and columns of 1980/QĐ-TTg, "T" where the
// province sets the level and "95(60)" where water is asked for twice.

func TestEveryCellOf2016(t *testing.T) {
	table := rows(t, "testdata/criteria-2016-2020.tsv")
	std, ok := packs.Embedded().Standard(criteria.NTM, 2020)
	if !ok || len(std.Criteria) != 19 || len(table) != 49 {
		t.Fatalf("%d criteria, %d rows", len(std.Criteria), len(table))
	}
	next := 0
	for _, c := range std.Criteria {
		for _, ind := range c.Indicators {
			row := table[next]
			next++
			if row["criterion_no"] != c.No || row["criterion"] != c.Name || row["indicator_no"] != ind.No {
				t.Fatalf("pack %s %s %s, table %s %s %s", c.No, c.Name, ind.No, row["criterion_no"],
					row["criterion"], row["indicator_no"])
			}
			if got := nationalCell(&ind.Rules[0].Ask); got != row["chung"] {
				t.Errorf("%s chung: pack %q, table %q", ind.No, got, row["chung"])
			}
			for _, column := range criteria.Regions {
				r := resolved(t, criteria.Query{Year: 2020, Region: column}, "ntm/"+ind.No).Requirement
				if got, want := cellOf2016(r), row[string(column)]; got != want {
					t.Errorf("%s %s: pack %q, table %q", ind.No, column, got, want)
				}
				if sign := row["sign"]; sign != "" {
					r.Leaves(func(leaf *criteria.Requirement) {
						if leaf.Op.Sign() != sign {
							t.Errorf("%s: pack %s, table %s", ind.No, leaf.Op, sign)
						}
					})
				}
			}
		}
	}
	if next != 49 {
		t.Errorf("%d indicators, want 49", next)
	}
}

func cellOf2016(r criteria.Requirement) string {
	switch {
	case r.Op == criteria.ProvinceSets:
		return "T"
	case len(r.Parts) == 2:
		return r.Parts[0].Value.String() + "(" + r.Parts[1].Value.String() + ")"
	}
	return cellOf(r)
}

// nationalCell is the cell of the national column, by which no commune is
// judged.
func nationalCell(ask *criteria.Ask) string {
	of := func(s *criteria.Series) string {
		v, _ := s.At(2020, criteria.National)
		return v.String()
	}
	switch {
	case ask.SetBy != "":
		return "T"
	case ask.Declared:
		return "Đạt"
	case ask.Text != "":
		return ask.Text
	case len(ask.AllOf) == 2:
		return of(ask.AllOf[0].AtLeast) + "(" + of(ask.AllOf[1].AtLeast) + ")"
	case ask.AtMost != nil:
		return of(ask.AtMost)
	}
	return of(ask.AtLeast)
}

func TestStatusOfEveryCellOf2016(t *testing.T) {
	for _, row := range rows(t, "testdata/criteria-2016-2020.tsv") {
		for _, column := range criteria.Regions {
			b := resolved(t, criteria.Query{Year: 2020, Region: column}, "ntm/"+row["indicator_no"]).Requirement.Basis
			want := criteria.Status(row["status"])
			switch {
			case row[string(column)] == "T":
				want = criteria.Missing
			case slices.Contains(strings.Fields(row["doubtful"]), string(column)):
				want = criteria.Doubtful
			}
			if b.Status != want || b.Source == "" || b.Decision != "1980/QĐ-TTg" {
				t.Errorf("%s %s: %+v, table %s", row["indicator_no"], column, b, want)
			}
		}
	}
}

// The decision prints the income of 2020 alone; every other level is the same
// in each of the five years.
func TestTheYearsBefore2020(t *testing.T) {
	for year := 2016; year <= 2019; year++ {
		for _, row := range rows(t, "testdata/criteria-2016-2020.tsv") {
			for _, column := range criteria.Regions {
				got := resolved(t, criteria.Query{Year: year, Region: column}, "ntm/"+row["indicator_no"]).Requirement
				if row["indicator_no"] == "10" {
					if got.Known || got.Basis.Status != criteria.Missing {
						t.Errorf("income of %d in %s: %s", year, column, got.Value)
					}
				} else if cell := cellOf2016(got); cell != row[string(column)] {
					t.Errorf("%s %d %s: %q, table %q", row["indicator_no"], year, column, cell, row[string(column)])
				}
			}
		}
	}
}

// What is known of 691/QĐ-TTg, and which of its groups are frames.
func TestKieuMau2018(t *testing.T) {
	for _, year := range []int{2016, 2017} {
		if _, ok := packs.Embedded().Standard(criteria.KieuMau, year); ok {
			t.Errorf("a set of kiểu mẫu in %d", year)
		}
	}
	for year := 2016; year <= 2020; year++ {
		if _, ok := packs.Embedded().Standard(criteria.NangCao, year); ok {
			t.Errorf("a national set of nâng cao in %d", year)
		}
	}
	std, ok := packs.Embedded().Standard(criteria.KieuMau, 2018)
	if !ok || len(std.Criteria) != 4 || std.Prerequisite.Level != criteria.NTM {
		t.Fatalf("%+v", std)
	}
	for _, c := range std.Criteria[1:] {
		if len(c.Indicators) > 0 {
			t.Errorf("criterion %s has indicators, which nobody has seen", c.No)
		}
	}
	for no, want := range map[string]struct {
		figure string
		op     criteria.Op
		value  string
	}{
		"1.1": {"income_multiple_since_recognition", criteria.AtLeast, "1.5"},
		"1.2": {"profitable_cooperatives", criteria.AtLeast, "2"},
		"1.3": {"poor_households_outside_exceptions", criteria.AtMost, "0"},
	} {
		r := resolved(t, criteria.Query{Year: 2018, Region: criteria.NorthCentral}, "kieu-mau/"+no).Requirement
		if r.Figure.ID != want.figure || r.Op != want.op || !r.Value.Equal(decimal.RequireFromString(want.value)) ||
			r.Basis.Status != criteria.Seen {
			t.Errorf("%s: %s %s %s, %s", no, r.Figure.ID, r.Op, r.Value, r.Basis.Status)
		}
	}
}
