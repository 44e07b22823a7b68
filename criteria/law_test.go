package criteria_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"

	"pgregory.net/rapid"
)

// zonedPack is an invented office's, of every kind that is laid: zones, columns,
// days, traits, parts, an added indicator, a value left open, a prerequisite.
const zonedPack = `schema: ntm.overlay.v1
id: van-phong-gia-dinh
name: Ngưỡng giả định
layer: province
province: Giả Định
years: {from: 2022, to: 2024}
decision: {number: 00/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
groups:
  - {id: v1, name: Vùng 1, any_of: [[safe_zone]], status: seen, source: giả định}
  - {id: v2, name: Vùng 2, otherwise: true, status: seen, source: giả định}
add:
  - level: ntm
    "no": "3"
    name: Thủy lợi
    indicators:
      - "no": "3.9"
        name: Chỉ tiêu giả định
        rules:
          - {figure: irrigated_area_rate, columns: [v1], at_least: 5, status: seen, source: giả định}
          - {figure: irrigated_area_rate, columns: [v2], at_least: 7, status: seen, source: giả định}
set:
  - {indicator: ntm/3.1, columns: [v1], at_least: 85, status: seen, source: giả định}
  - {indicator: ntm/3.1, columns: [v2], at_least: 95, status: seen, source: giả định}
  - {indicator: ntm/2.1, with: [area_ii], at_least: 100, status: seen, source: giả định}
  - {indicator: ntm/10, from: 2023-06-01, laxer_by: giả định, at_least: {2022: {v1: 99}, 2023: {v2: 98}, 2024: unknown}, status: seen, source: giả định}
  - {indicator: nang-cao/3.1, laxer_by: giả định, all_of: [{figure: irrigated_area_rate, at_least: 99}], status: seen, source: giả định}
prerequisites:
  - {for: nang-cao, level: ntm, text: Theo tỉnh, status: seen, source: giả định}
`

// officePack is set over the zones.
const officePack = `schema: ntm.overlay.v1
id: van-phong-khac
name: Ngưỡng giả định khác
layer: office
years: {from: 2021, to: 2025}
decision: {number: 01/QĐ-GIẢ-ĐỊNH}
set:
  - {indicator: ntm/3.1, columns: [btb], without: [area_ii], at_least: 96, status: seen, source: giả định}
  - {indicator: ntm/3.9, until: 2023-12-31, at_least: 8, status: seen, source: giả định}
  - {indicator: ntm/satisfaction, at_least: 95, status: seen, source: giả định}
`

// What is resolved at a point is what the one standing asks that holds there, or,
// where that is for other zones or leaves the value open, what it overrides.
func TestTheStandingThatHoldsIsResolved(t *testing.T) {
	lib, err := loadOffice(t, zonedPack, officePack)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(2016, 2030).Draw(t, "year")
		q := criteria.Query{
			Year: year, On: criteria.Day(year, time.January, rapid.IntRange(1, 700).Draw(t, "day")),
			Region:   rapid.SampledFrom(criteria.Regions).Draw(t, "region"),
			Province: rapid.SampledFrom([]string{"", "Giả Định", "Thanh Hóa"}).Draw(t, "province"),
			Traits: rapid.SliceOfDistinct(rapid.SampledFrom([]criteria.Trait{criteria.SafeZone, criteria.AreaII,
				criteria.PoorDistrict}), rapid.ID).Draw(t, "traits"),
		}
		set, err := lib.Resolve(q)
		if err != nil {
			return // traits of two groups
		}
		for i := range set.Levels {
			level := &set.Levels[i]
			std, _ := lib.Standard(criteria.Levels[slices.Index(criteria.Levels, level.Standard.Level)], year)
			law, p := lib.Law(std, q.Province), criteria.Point{Year: year, On: q.On, Column: level.Column,
				Traits: q.Traits}
			for topic := range law.Topics {
				_, no, _ := strings.Cut(topic.ID, "/")
				if asks := resolvedAs(level, no); asks != nil {
					heldBy(t, lib, topic, p, asks)
				}
			}
		}
	})
}

// heldBy checks that what is asked is of a standing that holds at the point.
func heldBy(t *rapid.T, lib *criteria.Library, topic *criteria.Topic, p criteria.Point, asks *criteria.Requirement) {
	var holding, chain []*criteria.Standing
	for _, s := range topic.Standings {
		if s.Holds(p) {
			holding = append(holding, s)
			for ; s != nil; s = s.Overridden {
				chain = append(chain, s)
			}
		}
	}
	zoned := topic.Indicator != nil && topic.Indicator.No == "3.9" || len(holding) > 0 && holding[0].Zoned()
	if len(holding) == 0 || len(holding) > 1 && !zoned {
		t.Fatalf("%s: %d standings hold at %v", topic.ID, len(holding), p)
	}
	if !slices.ContainsFunc(chain, func(s *criteria.Standing) bool {
		own := lib.Asked(s.Rule, &s.Rule.Ask, p.Year, asks.Basis.Column)
		return s.Doc.Decision.Number == asks.Basis.Decision && s.Doc.Layer == asks.Basis.Layer &&
			own.Op == asks.Op && own.Figure == asks.Figure &&
			(s.Rule.Relative != nil || own.Value.Equal(asks.Value)) && len(own.Parts) == len(asks.Parts)
	}) {
		t.Fatalf("%s at %v: %s of %s is of no standing that holds", topic.ID, p, asks, asks.Basis.Decision)
	}
	if top := holding[0]; !zoned {
		own := lib.Asked(top.Rule, &top.Rule.Ask, p.Year, p.Column)
		if open := !own.Known && own.Op.Sign() != ""; !open && asks.Basis.Decision != top.Doc.Decision.Number {
			t.Fatalf("%s at %v: %s, overridden by %s", topic.ID, p, asks.Basis.Decision, top.Doc.Decision.Number)
		}
	}
}

func resolvedAs(level *criteria.SetLevel, no string) *criteria.Requirement {
	for _, c := range level.Criteria {
		for i := range c.Indicators {
			if c.Indicators[i].No == no {
				return &c.Indicators[i].Requirement
			}
		}
	}
	for i := range level.Conditions {
		if level.Conditions[i].ID == no {
			return &level.Conditions[i].Requirement
		}
	}
	return nil
}

// Every standing has a corner in which it holds, and of no topic that the program
// comes with do two standings meet.
func TestStandingsAreApart(t *testing.T) {
	lib := packs.Embedded()
	for _, std := range lib.Standards {
		for _, province := range []string{"", "Thanh Hóa"} {
			for topic := range lib.Law(std, province).Topics {
				for i, s := range topic.Standings {
					if !s.Holds(s.Corner()) {
						t.Errorf("%s: %+v does not hold in its corner %v", topic.ID, s.Span, s.Corner())
					}
					for _, other := range topic.Standings[:i] {
						if common, meets := s.Meet(other.Span); meets {
							t.Errorf("%s: two standings meet in %+v", topic.ID, common)
						}
					}
				}
			}
		}
	}
}

// A rule that ended before a year is none of that year; the days of the next year are a year's as well.
func TestSpansThatNeverCome(t *testing.T) {
	for _, tt := range []struct {
		from, until criteria.Date
		want        bool
	}{
		{criteria.Date{}, criteria.Date{}, true}, {criteria.Date{}, criteria.Day(2024, 2, 29), false},
		{criteria.Date{}, criteria.Day(2024, 12, 31), false},
		{criteria.Date{}, criteria.Day(2025, 1, 1), true}, {criteria.Day(2024, 3, 1), criteria.Date{}, true},
		{criteria.Day(2026, 12, 31), criteria.Date{}, true},
		{criteria.Day(2027, 1, 1), criteria.Date{}, false}, {criteria.Day(2025, 3, 1), criteria.Day(2025, 6, 30), true},
	} {
		s := criteria.Span{Years: criteria.Years{2025, 2025}, From: tt.from, Until: tt.until}
		if s.Comes() != tt.want {
			t.Errorf("2025, %v to %v: comes %t", tt.from, tt.until, s.Comes())
		}
	}
}
