package merger

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

const merged2023 = "../../testdata/xa-gia-dinh-2023.yaml"

// inventedReport is the invented commune's report anew.
func inventedReport(t interface{ Fatal(...any) }) *commune.Report {
	text, err := os.ReadFile(merged2023)
	if err != nil {
		t.Fatal(err)
	}
	r := new(commune.Report)
	if err := yamldoc.Decode(merged2023, text, r); err != nil {
		t.Fatal(err)
	}
	return r
}

func part(letter string) Part {
	return Part{Code: "0000" + letter, Title: "xã Giả Định " + letter + ", huyện Giả Định, tỉnh Giả Định"}
}

var into = commune.Where{Declared: &commune.Declared{Name: "Giả Định Mới", Province: "Giả Định",
	Region: criteria.NorthCentral}}

func figureOf(t *testing.T, r *commune.Report, id string) *commune.Figure {
	t.Helper()
	f := r.Measured()[id]
	if f == nil {
		t.Fatalf("no figure %s", id)
	}
	return f
}

func reasonOf(open []Open, name string) string {
	for _, o := range open {
		if o.Figure == name || o.Name == name {
			return o.Reason
		}
	}
	return ""
}

// hold checks that a report is read and checked like any other, from its own
// JSON, and that every figure of the dictionary is in it or open, but not both.
func hold(t interface{ Fatalf(string, ...any) }, r *commune.Report, open []Open) []byte {
	lib := packs.Embedded()
	written, err := r.JSON()
	if err != nil {
		t.Fatalf("%v", err)
	}
	back := new(commune.Report)
	if err := yamldoc.Decode("merged.json", written, back); err != nil {
		t.Fatalf("does not read back: %v\n%s", err, written)
	}
	if err := back.Check(lib); err != nil {
		t.Fatalf("%v\n%s", err, written)
	}
	if _, err := back.Place(); err != nil {
		t.Fatalf("%v", err)
	}
	if again, _ := back.JSON(); string(again) != string(written) {
		t.Fatalf("reads back as another report:\n%s\n%s", written, again)
	}
	measured := back.Measured()
	for _, entry := range lib.FigureList {
		reasons := slices.DeleteFunc(slices.Clone(open), func(o Open) bool {
			return o.Figure != entry.ID ||
				o.Reason == "" || o.Name != entry.Name
		})
		if (entry.LeavesOutOf != "" || entry.Told != "") && measured[entry.ID] == nil && len(reasons) == 0 {
			continue // nobody must report it
		}
		if (measured[entry.ID] != nil) == (len(reasons) > 0) || len(reasons) > 1 {
			t.Fatalf("%s is measured as %v and open as %v", entry.ID, measured[entry.ID], reasons)
		}
	}
	return written
}

func TestFigures(t *testing.T) {
	a, b := inventedReport(t), inventedReport(t)
	b.Evidence[0].File = "giay-to/bao-cao.pdf"
	b.Satisfaction.Villages[0].Name = "Thôn Giả Định"
	b.Arrears = append(b.Arrears, commune.Arrear{Work: "Đường giả định",
		Owed: new(commune.Exact(decimal.NewFromInt(12)))})
	for i, f := range b.Figures {
		switch f.ID {
		case "multidimensional_poverty_rate":
			b.Figures[i].Measure = commune.Rate{
				Numerator: decimal.NewFromInt(63), Denominator: f.Measure.(commune.Rate).Denominator,
			}
		case "clean_water_rate":
			b.Figures[i] = commune.Figure{ID: f.ID, Measure: commune.Number{Decimal: decimal.NewFromInt(90)}}
		case "irrigated_area_rate":
			b.Figures[i].Year = 2022
		case "ocop_products":
			b.Figures[i].ID = "profitable_cooperatives"
		}
	}
	got, open := Figures(into, 2023, []Reported{{part("B"), b}, {part("A"), a}}, packs.Embedded())
	hold(t, got, open)

	for id, want := range map[string]string{
		"multidimensional_poverty_rate": "100/3700", "village_cultural_house_rate": "14/14",
		"commune_road_paved_rate": "24.8/24.8",
		"school_count":            "8", "makeshift_houses": "0", commune.SatisfactionFigure: "2550/2600",
		commune.ArrearsFigure: "12",
	} {
		f := figureOf(t, got, id)
		if text := fmt.Sprint(f.Measure); text != want || f.Year != 0 {
			t.Errorf("%s is %s of %d, want %s", id, text, f.Year, want)
		}
	}
	poverty := figureOf(t, got, "multidimensional_poverty_rate")
	if want := "Cộng từ xã Giả Định A 37/1.850; xã Giả Định B 63/1.850."; poverty.Note != want {
		t.Errorf("note %q", poverty.Note)
	}
	if want := []string{"0000A-ho-ngheo", "0000B-ho-ngheo"}; !slices.Equal(poverty.Evidence, want) {
		t.Errorf("evidence %v", poverty.Evidence)
	}
	if len(got.Evidence) != 12 || got.Evidence[6].ID != "0000B-bao-cao" ||
		got.Evidence[6].File != "giay-to/bao-cao.pdf" {
		t.Errorf("evidence %+v", got.Evidence)
	}
	for name, want := range map[string]string{
		"income_per_capita":        "thu nhập bình quân không cộng được khi chưa có dân số từng xã",
		"public_green_space":       "bình quân đầu người không cộng được",
		"clean_landscape":          "phải xem xét lại trên toàn xã mới",
		"disaster_readiness_grade": "xếp loại",
		"clean_water_rate": "xã Giả Định B chỉ ghi tỷ lệ; cần số hộ được sử dụng nước sạch theo quy " +
			"chuẩn và tổng số hộ",
		"irrigated_area_rate":           "không cùng năm (xã Giả Định A: 2023; xã Giả Định B: 2022)",
		"ocop_products":                 "chưa có số liệu của xã Giả Định B",
		"poor_household_rate_2016_2020": "không xã nào có số liệu này",
		"trained_labour_rate":           "giới có tỷ lệ thấp hơn",
		"organisations_rated_well_rate": "hợp nhất",
		commune.SecurityFigure:          "công an",
		commune.SmartFigure:             "thôn",
		commune.FieldsFigure:            "lĩnh vực",
		"Danh hiệu đã được công nhận":   "xã cũ",
		"Đặc điểm của xã":               "xã cũ",
	} {
		if reason := reasonOf(open, name); !strings.Contains(reason, want) {
			t.Errorf("%s is open for %q, want %q", name, reason, want)
		}
	}
	if got.Security != nil || got.SmartVillage != nil || got.OutstandingFields != nil || got.Recognitions != nil ||
		got.Traits != nil {
		t.Error("what belongs to the old communes went over")
	}
	var villages []string
	for _, v := range got.Satisfaction.Villages {
		villages = append(villages, v.Name)
	}
	for _, want := range []string{"Thôn 1", "Thôn 2 (xã Giả Định A)", "Thôn 2 (xã Giả Định B)", "Thôn Giả Định"} {
		if !slices.Contains(villages, want) {
			t.Errorf("no %s in %v", want, villages)
		}
	}
	if len(got.Capital) != 20 || got.Capital[12].Note != "xã Giả Định B" {
		t.Errorf("capital %+v", got.Capital)
	}
	if want := "xã Giả Định A (mã 0000A, báo cáo năm 2023); xã Giả Định B (mã 0000B, báo cáo năm " +
		"2023)"; !strings.Contains(got.Note, want) {
		t.Errorf("note %q", got.Note)
	}
}

// Sections have no year of their own: those of an earlier year become figures
// that say of which.
func TestFiguresOfAnEarlierYear(t *testing.T) {
	got, open := Figures(into, 2024, []Reported{{part("A"), inventedReport(t)}, {part("B"), inventedReport(t)}},
		packs.Embedded())
	hold(t, got, open)
	if got.Satisfaction != nil || got.Arrears != nil {
		t.Error("an old poll stands as this year's")
	}
	for _, id := range []string{commune.SatisfactionFigure, commune.ArrearsFigure, "school_count"} {
		if f := figureOf(t, got, id); f.Year != 2023 {
			t.Errorf("%s is of %d", id, f.Year)
		}
	}
}

func TestNothingIsSummed(t *testing.T) {
	partly := part("B")
	partly.Partly = true
	for name, tt := range map[string]struct {
		parts []Reported
		want  string
	}{
		"a report is missing": {[]Reported{{part("A"), inventedReport(t)}, {part("B"), nil}},
			"thiếu báo cáo của xã Giả Định B"},
		"a part was divided": {[]Reported{{part("A"), inventedReport(t)}, {partly, inventedReport(t)}},
			"xã Giả Định B có thể chỉ nhập một phần"},
		"a part twice": {[]Reported{{part("A"), inventedReport(t)}, {part("A"), inventedReport(t)}},
			"ghi hai lần"},
		"no parts": {nil, "chưa ghi xã nào"},
	} {
		t.Run(name, func(t *testing.T) {
			got, open := Figures(into, 2023, tt.parts, packs.Embedded())
			hold(t, got, open)
			if len(got.Measured()) > 0 || got.Capital != nil {
				t.Errorf("%d figures, capital %v", len(got.Measured()), got.Capital)
			}
			if reason := reasonOf(open, "school_count"); !strings.Contains(reason, tt.want) {
				t.Errorf("open for %q", reason)
			}
			if reason := reasonOf(open, "Vốn huy động"); !strings.Contains(reason, tt.want) {
				t.Errorf("capital open for %q", reason)
			}
		})
	}
}

func TestStatedTotals(t *testing.T) {
	with := func(from int, values ...int64) *commune.Report {
		r := &commune.Report{Schema: commune.Schema, Year: 2023, Capital: []commune.Capital{}}
		for _, v := range values {
			r.Capital = append(r.Capital, commune.Capital{Source: commune.Total,
				Value: &commune.Amount{Decimal: decimal.NewFromInt(v)},
				Years: commune.Span{From: from, To: 2023}})
		}
		return r
	}
	silent := with(2021)
	silent.Capital = nil
	for _, tt := range []struct {
		name string
		b    *commune.Report
		want string
	}{
		{"both", with(2021, 5), "15"},
		{"one only", with(2021), "Tổng vốn huy động theo báo cáo"},
		{"of other years", with(2016, 5), "Tổng vốn huy động theo báo cáo"},
		{"no section", silent, "Vốn huy động"},
	} {
		got, open := Figures(into, 2023, []Reported{{part("A"), with(2021, 10)}, {part("B"), tt.b}}, packs.Embedded())
		hold(t, got, open)
		if len(got.Capital) == 1 && got.Capital[0].Value.String() == tt.want {
			continue
		}
		if len(got.Capital) > 0 || reasonOf(open, tt.want) == "" {
			t.Errorf("%s: %+v", tt.name, got.Capital)
		}
	}
}

// Whatever is reported, the order of the parts is nothing, and the sums are the
// sums of what stood in the parts.
func TestFigureProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var parts []Reported
		for i := range rapid.IntRange(1, 4).Draw(t, "parts") {
			r := inventedReport(t)
			for k, f := range r.Figures {
				if f.IsRate() {
					whole := rapid.Int64Range(1, 9999).Draw(t, "whole")
					part := rapid.Int64Range(0, whole).Draw(t, "of it")
					r.Figures[k].Measure = commune.Rate{Numerator: decimal.New(part, -1),
						Denominator: decimal.New(whole, -1)}
				}
			}
			drop := rapid.IntRange(0, len(r.Figures)-1).Draw(t, "drop")
			r.Figures = slices.Delete(r.Figures, drop, drop+1)
			parts = append(parts, Reported{part(fmt.Sprint(i)), r})
		}
		got, open := Figures(into, 2023, parts, packs.Embedded())
		written := hold(t, got, open)
		again, openAgain := Figures(into, 2023, rapid.Permutation(parts).Draw(t, "order"), packs.Embedded())
		if other := hold(t, again, openAgain); string(other) != string(written) || !slices.Equal(open, openAgain) {
			t.Fatalf("the order of the parts tells")
		}
		for id, f := range got.Measured() {
			var sum commune.Rate
			for _, p := range parts {
				part := p.Report.Measured()[id]
				if part == nil {
					t.Fatalf("%s of nothing", id)
				}
				if m, isRate := part.Measure.(commune.Rate); isRate {
					sum.Numerator, sum.Denominator = sum.Numerator.Add(m.Numerator), sum.Denominator.Add(m.Denominator)
				}
			}
			if m, isRate := f.Measure.(commune.Rate); isRate && (!m.Numerator.Equal(sum.Numerator) ||
				!m.Denominator.Equal(sum.Denominator)) {
				t.Fatalf("%s is %s, the parts %s", id, m, sum)
			}
		}
	})
}

// Every figure of the dictionary was thought of: those that are of the lower sex
// are not summed, and no unit is left over by oversight.
func TestSoundnessOfTheDictionary(t *testing.T) {
	lib := packs.Embedded()
	summed := 0
	for _, f := range lib.FigureList {
		reason := whyNot(f)
		if strings.Contains(f.How, "giới có tỷ lệ thấp hơn") != (reason == ofTheLowerSex) {
			t.Errorf("%s: %q", f.ID, reason)
		}
		if f.CountedIn == "tổ chức" && reason != ofTheCommune {
			t.Errorf("%s: %q", f.ID, reason)
		}
		if reason == "không phải số đếm cộng được giữa các xã" {
			t.Errorf("%s: nobody decided on its unit %q %q", f.ID, f.Unit, f.CountedIn)
		}
		if reason == "" {
			summed++
		}
	}
	for id := range unsound {
		if lib.Figures[id] == nil {
			t.Errorf("%s is not in the dictionary", id)
		}
	}
	if summed < 50 {
		t.Errorf("only %d figures add up", summed)
	}
	t.Logf("%d of %d figures add up", summed, len(lib.FigureList))
}
