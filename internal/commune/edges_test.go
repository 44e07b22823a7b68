package commune

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
)

// What lies just within the rules is read; what lies just past them is refused,
// once, for what it is.
func TestEdgesOfTheRules(t *testing.T) {
	figure := func(f string) string { return "figures:\n  - {" + f + "}\n" }
	for _, tt := range []struct{ name, body, want string }{
		{"a grade by number", figure("id: disaster_readiness_grade, value: 3"), ""},
		{"the least grade", figure("id: disaster_readiness_grade, value: 0"), ""},
		{"a grade past the last", figure("id: disaster_readiness_grade, value: 4"), "không phải một xếp loại"},
		{"a grade below the first", figure("id: disaster_readiness_grade, value: -1"), "không phải một xếp loại"},
		{"half a grade", figure("id: disaster_readiness_grade, value: 1.5"), "không phải một xếp loại"},
		{"a grade in capitals without marks", figure("id: disaster_readiness_grade, value: KHA"), ""},
		{"a rate by its counts", figure("id: multidimensional_poverty_rate, numerator: 0, denominator: 1"), ""},
		{"a rate by its value", figure("id: multidimensional_poverty_rate, value: 0"), ""},
		{"only the whole", figure("id: multidimensional_poverty_rate, denominator: 9"), "ghi sai cách"},
		{"a whole below nothing", figure("id: multidimensional_poverty_rate, numerator: 1, denominator: -1"),
			"có mẫu số -1"},
		{"met and counts", figure("id: clean_landscape, met: true, numerator: 1, denominator: 2"),
			"ghi theo nhiều cách cùng lúc"},
		{"counts with decimals where things are measured",
			figure("id: commune_road_paved_rate, numerator: 3.5, denominator: 7.25"), ""},
		{"a whole count written with zeros",
			figure("id: multidimensional_poverty_rate, numerator: 3.00, denominator: 7"), ""},
		{"a debt of nothing", "arrears: [{work: A, owed: 0}]\n", ""},
		{"two villages of different names", "smart_village: {villages: [Thôn 1, Thôn 2]}\n", ""},
		{"a name in two spellings", "smart_village: {villages: [Thôn Hoà, thôn Hòa]}\n", `"thôn Hòa" ghi hai lần`},
		{"a field of no name", "outstanding_fields: [{name: \"-\"}, {name: Y tế}]\n", "có một mục không có tên"},
		{"the day of the last day of the next year", "date: 2024-12-31\n", ""},
		{"a day of two years after", "date: 2025-01-01\n", "ngày đánh giá 2025-01-01 không hợp với năm xét công " +
			"nhận 2023"},
		{"the first day of the year", "date: 2023-01-01\n", ""},
		{"a day before the year", "date: 2022-12-31\n", "không hợp với năm xét công nhận 2023"},
		{"one total", "capital: [{source: total, value: 9}, {source: people, value: 1}, {source: people, note: " +
			"b, value: " +
			"2}]\n", ""},
		{"evidence of a figure, a section and a field",
			"evidence: [{id: a, title: A}]\nfigures: [{id: income_per_capita, value: 1, evidence: " +
				"[a]}]\nsecurity: {met: true, evidence: [a]}\noutstanding_fields: [{name: B, evidence: [a]}]\n", ""},
		{"evidence of a field that is not listed", "outstanding_fields: [{name: B, evidence: [b]}]\n",
			`không có minh chứng nào mã "b"`},
		{"evidence of a poll that is not listed", "satisfaction: {evidence: [b], villages: [{name: A, forms_out: " +
			"9, forms_back: 8, satisfied: 8}]}\n", `không có minh chứng nào mã "b"`},
		{"evidence of smart villages that is not listed", "smart_village: {evidence: [b], villages: [A]}\n",
			`không có minh chứng nào mã "b"`},
		{"a poll and its rate", "satisfaction: {villages: [{name: A, forms_out: 9, forms_back: 8, satisfied: " +
			"8}]}\nfigures: [{id: satisfaction_rate, value: 99}]\n", "có hai giá trị"},
		{"arrears and their sum", "arrears: []\nfigures: [{id: construction_arrears, value: 0}]\n", "có hai giá trị"},
		{"smart villages and their number", "smart_village: {villages: [A]}\nfigures: [{id: smart_villages, " +
			"value: 1}]\n", "có hai giá trị"},
		{"fields and their number", "outstanding_fields: []\nfigures: [{id: outstanding_fields, value: 1}]\n",
			"có hai giá trị"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.body)
			if tt.want == "" {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if err == nil {
				t.Fatal("read without complaint")
			}
			if list := problem.Of(err); len(list) != 1 || !strings.Contains(list[0].Message, tt.want) ||
				list[0].Line == 0 || list[0].File != "x.yaml" {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestTheDayOfTheAssessment(t *testing.T) {
	r := Report{Year: 2023}
	if got := r.On(); got != criteria.Day(2023, 12, 31) {
		t.Errorf("no date: %s", got)
	}
	r.Date = criteria.Day(2024, 2, 3)
	if got := r.On(); got != r.Date {
		t.Errorf("a date of its own: %s", got)
	}
}

// The communes of a year are those of the list in force on the day, and at the
// latest on the last day of the year that is judged.
func TestWhichListOfPlaces(t *testing.T) {
	for _, tt := range []struct{ name, head, want string }{
		{"decided the year after, on the communes of its year", "year: 2024\ndate: 2025-12-01",
			"xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{"the day before the reform", "year: 2025\ndate: 2025-06-30",
			"xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{"the day of the reform", "year: 2025\ndate: 2025-07-01", "!"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := new(Report)
			text := "schema: ntm.report.v1\n" + tt.head + "\ncommune: {name: Quảng Trung, district: Quảng Xương, " +
				"province: Thanh Hóa}\n"
			if err := yamldoc.Decode("x.yaml", []byte(text), r); err != nil {
				t.Fatal(err)
			}
			place, err := r.Place()
			if tt.want == "!" {
				if err == nil || problem.Of(err)[0].Line != 4 {
					t.Errorf("found %s, %v", place, err)
				}
			} else if err != nil || place.String() != tt.want || place.Declared {
				t.Errorf("found %s, %v", place, err)
			}
		})
	}
}

func TestADeclaredPlace(t *testing.T) {
	r := Report{Year: 2023, Commune: Where{Declared: &Declared{Name: "Mới", District: "Huyện", Province: "Tỉnh",
		Region: criteria.Highlands}}}
	p, err := r.Place()
	if err != nil || !p.Declared || p.Code != "" || p.Region != "tn" || p.String() != "xã Mới, huyện Huyện, tỉnh Tỉnh" {
		t.Errorf("%+v, %v", p, err)
	}
}

// The evidence of a section is the evidence of its figure.
func TestFiguresOfSectionsKeepTheirEvidence(t *testing.T) {
	r, err := read(t, `evidence: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}, {id: d, title: D}, {id: e, title: E}]
satisfaction: {evidence: [a], villages: [{name: A, forms_out: 9, forms_back: 8, satisfied: 8}]}
security: {met: true, evidence: [b]}
smart_village: {villages: [A], evidence: [c]}
outstanding_fields: [{name: X, evidence: [d]}, {name: Y, evidence: [e]}]
`)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{SatisfactionFigure: "[a]", SecurityFigure: "[b]", SmartFigure: "[c]",
		FieldsFigure: "[d e]"} {
		if got := fmt.Sprint(r.Measured()[id].Evidence); got != want {
			t.Errorf("%s rests on %s, want %s", id, got, want)
		}
	}
}

func TestWorthOfCapital(t *testing.T) {
	d := func(s string) *decimal.Decimal {
		v := decimal.RequireFromString(s)
		return &v
	}
	n := func(s string) *Amount { return &Amount{Decimal: *d(s)} }
	for _, tt := range []struct {
		name string
		c    Capital
		want string
	}{
		{"as stated", Capital{Value: n("5"), Quantity: n("2"), UnitPrice: d("3")}, "5"},
		{"quantity by price", Capital{Quantity: n("2"), UnitPrice: d("3.5")}, "7"},
		{"a quantity alone", Capital{Quantity: n("2")}, "?"},
		{"a price alone", Capital{UnitPrice: d("2")}, "?"},
		{"nothing", Capital{}, "?"},
	} {
		v, known := tt.c.Worth()
		got := "?"
		if known {
			got = v.String()
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAGradeIsReadByItsName(t *testing.T) {
	for text, want := range map[string]string{"chưa đạt": "0 chưa đạt", "Đạt": "1 Đạt", "khá": "2 khá",
		"tốt": "3 tốt", "2": "2 ", "1.50": "1.5 "} {
		r, err := read(t, "figures: [{id: income_per_capita, value: "+text+"}]\n")
		if r == nil {
			t.Fatalf("%s: %v", text, err)
		}
		if v := r.Figures[0].Measure.(Number); fmt.Sprintf("%s %s", v.Decimal, v.Word) != want {
			t.Errorf("%s is read as %s %q", text, v.Decimal, v.Word)
		}
	}
}

func TestWordsOfTheCapitalReport(t *testing.T) {
	for _, s := range Sources {
		if s.Title() == "" {
			t.Errorf("no title for source %s", s)
		}
	}
	for _, k := range Kinds {
		if k.Title() == "" {
			t.Errorf("no title for kind %s", k)
		}
	}
}
