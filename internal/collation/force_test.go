package collation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// spoken are the rows of an indicator of which a decision says something, by their keys.
func spoken(rows map[string]*collation.Said, indicator string) []string {
	var out []string
	for key, said := range rows {
		if strings.HasPrefix(key, indicator+"#") && said.Kind != collation.Absent {
			out = append(out, fmt.Sprintf("%s: %s %s", key, said.Kind, said.Asks.Value()))
		}
	}
	slices.Sort(out)
	return out
}

// A decision fills the days and years for which it is in force, and no others.
func TestADecisionFillsItsOwnTime(t *testing.T) {
	lib := collationtest.Library(t)
	health := collationtest.Each("15", "Y tế", "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 91%")
	records := collationtest.Each("15", "Y tế", "15.4. Tỷ lệ dân số có sổ khám chữa bệnh điện tử", "≥ 51%")
	from := criteria.Day(2024, 3, 1)
	for _, tt := range []struct {
		name, indicator string
		change          func(*collation.Paper)
		want            []string
	}{
		{"of the whole period", "ntm/15.1", func(*collation.Paper) {}, []string{"ntm/15.1# 2021-2025 .. *: khác 91"}},
		{"an amendment", "ntm/15.1", func(p *collation.Paper) { p.From, p.Amends = from, true },
			[]string{"ntm/15.1# 2021-2025 2024-03-01.. *: khác 91"}},
		{"of some years", "ntm/15.1", func(p *collation.Paper) { p.Years = criteria.Years{From: 2024, To: 2025} },
			[]string{"ntm/15.1# 2024-2025 .. *: khác 91"}},
		{"made before it was amended", "ntm/15.4", func(p *collation.Paper) {
			p.Decision.Number, p.From = "318/QĐ-TTg", criteria.Day(2022, 3, 8)
		}, []string{"until"}},
		{"with its amendments", "ntm/15.4", func(p *collation.Paper) {
			p.Decision.Number, p.From, p.IsMerged = "318/QĐ-TTg", criteria.Day(2022, 3, 8), true
		}, []string{"from"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, health, records)
			tt.change(&p)
			got := spoken(rowsOf(t, lib, "ntm-2021-2025", p), tt.indicator)
			switch tt.want[0] {
			case "until":
				if len(got) == 0 || slices.ContainsFunc(got,
					func(k string) bool { return !strings.Contains(k, " ..2024-02-29 ") }) {
					t.Errorf("got %q", got)
				}
			case "from":
				if len(got) == 0 || slices.ContainsFunc(got,
					func(k string) bool { return !strings.Contains(k, " 2024-03-01.. ") }) {
					t.Errorf("got %q", got)
				}
			default:
				if !slices.Equal(got, tt.want) {
					t.Errorf("got %q, want %q", got, tt.want)
				}
			}
		})
	}
}

// What a province asks of its own zones has a row for each, for the communes with its trait.
func TestZonesOfAProvincesOwn(t *testing.T) {
	lib := collationtest.Library(t)
	l := collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), "Thanh Hóa")
	for _, tt := range []struct {
		head string
		want []string
	}{
		{"Chỉ tiêu", []string{"+own_zone_1: 91", "+own_zone_2-own_zone_1: 95"}}, // in one cell
		{"Khu vực 1|Khu vực 2", []string{"+own_zone_1-own_zone_2: 91", "+own_zone_2-own_zone_1: 95"}},
		{"Xã ĐBKK|Xã còn lại", []string{"+speciallyDifficult: 91", "-speciallyDifficult: 95"}},
		{"Xã miền núi|Xã đồng bằng", []string{"+own_zone_1-own_zone_2: 91", "+own_zone_2-own_zone_1: 95"}},
	} {
		asked, none := "≥ 91%|≥ 95%", "Không|Không"
		if !strings.Contains(tt.head, "|") {
			asked, none = "Xã đồng bằng: ≥ 91%; xã miền núi: ≥ 95%", "Không"
		}
		p := collationtest.Paper(t, criteria.Province, "TT|Tên tiêu chí|Nội dung tiêu chí|"+tt.head,
			"15|Y tế|15.1. Tỷ lệ người dân tham gia bảo hiểm y tế|"+asked,
			"9|Nhà ở|9.1. Nhà tạm, dột nát|"+none)
		r := collation.Collate(l, []criteria.Region{criteria.NorthCentral}, []collation.Paper{p})
		var got []string
		for i := range r.Rows {
			row := &r.Rows[i]
			if row.Topic.No == "9.1" && len(row.With)+len(row.Without) > 0 {
				t.Errorf("%s: what all zones have alike is parted: %s", tt.head, row.Key(l))
			}
			if row.Topic.No != "15.1" {
				continue
			}
			key := row.Key(l)
			found, isKey, ok := l.Find(key)
			if !isKey || !ok || found.Key(l) != key {
				t.Errorf("%s: %s is not found again", tt.head, key)
			}
			trait := strings.NewReplacer("specially_difficult",
				"speciallyDifficult").Replace(key[strings.LastIndex(key, " ")+1:])
			got = append(got, trait+": "+row.Said.Asks.Value())
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.head, got, tt.want)
		}
	}
}

// A count of what is declared, a step of another ladder, one threshold for several parts.
func TestThresholdsInOtherWords(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		line, key string
		kind      collation.Kind
		value     string
	}{
		{"3|Thủy lợi|3.2. Có ít nhất 01 tổ chức thủy lợi cơ sở hoạt động hiệu quả, bền vững|≥ 01 tổ chức",
			"nang-cao/3.2# 2021-2025 .. *", collation.Same, "Đạt"},
		{"3|Thủy lợi|3.2. Có ít nhất 01 tổ chức thủy lợi cơ sở hoạt động hiệu quả, bền vững|≥ 03 tổ chức",
			"nang-cao/3.2# 2021-2025 .. *", collation.Again, "Đạt"},
		{"5|Giáo dục|5.3. Đạt chuẩn và duy trì đạt chuẩn phổ cập giáo dục tiểu học và THCS|Mức độ 3",
			"nang-cao/5.3#1 2021-2025 .. *", collation.Same, "3"},
		{"18|Chất lượng môi trường sống|18.2. Cấp nước sinh hoạt đạt chuẩn bình quân đầu người/ngày đêm|≥ 60 lít",
			"nang-cao/18.2# 2021-2025 .. btb", "", "60"},
	} {
		p := collationtest.Paper(t, criteria.Nation, "TT|Tên tiêu chí|Nội dung tiêu chí|Mức đạt", tt.line)
		rows := rowsOf(t, lib, "nang-cao-2021-2025", p)
		got := rows[tt.key]
		if got == nil {
			t.Errorf("no row %s: %q", tt.key, spoken(rows, strings.Split(tt.key, "#")[0]))
			continue
		}
		if tt.kind != "" && got.Kind != tt.kind || tt.kind == "" && got.Kind == collation.Again ||
			got.Asks.Value() != tt.value {
			t.Errorf("%s: %s %q %q", tt.line, got.Kind, got.Asks.Value(), got.Why)
		}
	}
}

// A doubtful cell leaves its own column open, where nothing says that the row is shifted.
func TestADoubtfulColumnIsLeftOpen(t *testing.T) {
	lib := collationtest.Library(t)
	l := collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), "")
	for _, tt := range []struct {
		cells  string
		isPart bool
		first  string
	}{
		{"≥ 91%|≥ 8O%|≥ 71%", true, "91"},
		{"≥ 91%|Sở Xây dựng|≥ 71%", false, "91"},
		{"≥ 91%||≥ 71%", false, "91"},
		{"≥ 91%|≥ 81%|≥ 71%", false, "91"},
		{"≥ 91%|≥ 81%|-", false, "91"},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
			"2|Hạ tầng kinh tế - xã hội|2.9. Tỷ lệ trâu bò được chăn|"+tt.cells)
		r := collation.Collate(l, nil, []collation.Paper{p})
		if len(r.Lines) != 1 {
			t.Fatalf("%s: %d lines", tt.cells, len(r.Lines))
		}
		if n := r.Lines[0]; n.IsPart != tt.isPart || n.At["nhom-1"] != tt.first {
			t.Errorf("%s: part %t, %v, %q", tt.cells, n.IsPart, n.At, n.Why)
		}
	}
}

// What a new indicator asks in words: steps of another ladder, the same for every group, and
// groups that the standard does not have.
func TestNewIndicatorsInWords(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		std, cells, name, why string
		at                    string
	}{
		{"ntm-2026-2030", "Hoàn thành tốt nhiệm vụ trở lên|Hoàn thành tốt nhiệm vụ trở lên|Hoàn thành tốt nhiệm " +
			"vụ trở lên",
			"Trâu bò được chăn: hoàn thành tốt nhiệm vụ trở lên", "", ""},
		{"ntm-2026-2030", "Hoàn thành xuất sắc nhiệm vụ|Hoàn thành tốt nhiệm vụ|Hoàn thành tốt nhiệm vụ", "",
			"các cột ghi mức khác nhau", ""},
		{"ntm-2021-2025", "≥ 91%|≥ 91%|≥ 91%", "", "", "91"},
		{"ntm-2021-2025", "≥ 91%|≥ 81%|≥ 71%", "", "không chia nhóm", ""},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, "2|Giao thông|2.9. Trâu bò được chăn|"+
			tt.cells)
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, tt.std), ""), nil, []collation.Paper{p})
		if len(r.Lines) != 1 {
			t.Fatalf("%s: %d lines", tt.cells, len(r.Lines))
		}
		n := r.Lines[0]
		if tt.name != "" && n.Invented.Name != tt.name || !strings.Contains(strings.Join(n.Why, ";"), tt.why) ||
			tt.at != "" && n.All != tt.at {
			t.Errorf("%s: %q, %q, %q, %v", tt.cells, n.Invented.Name, n.Why, n.All, n.At)
		}
	}
}
