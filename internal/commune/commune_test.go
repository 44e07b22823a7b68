package commune

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// read reads a report whose head is given.
func read(t *testing.T, body string) (*Report, error) {
	t.Helper()
	r := new(Report)
	text := "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n" + body
	if err := yamldoc.Decode("x.yaml", []byte(text), r); err != nil {
		return nil, err
	}
	return r, r.Check(packs.Embedded())
}

func TestMistakesInAReport(t *testing.T) {
	const poverty = "figures:\n  - {id: multidimensional_poverty_rate, numerator: 61, denominator: 3987}\n"
	tests := []struct{ name, body, want string }{
		{"unknown figure", "figures:\n  - {id: income_per_head, value: 1}\n",
			`5: không có số liệu nào mã "income_per_head"`},
		{"two values for one figure", "figures:\n  - {id: income_per_capita, value: 1}\n  - {id: " +
			"income_per_capita, value: 2}\n",
			`6: số liệu "Thu nhập bình quân đầu người" có hai giá trị (lần trước ở dòng 5)`},
		{"a section and a figure", "security: {met: true}\nfigures:\n  - {id: security_standard, met: true}\n",
			`6: số liệu "Xã đạt chuẩn về an ninh, trật tự để được xét công nhận" có hai giá trị`},
		{"no value", "figures:\n  - {id: income_per_capita}\n", "chưa có giá trị"},
		{"value and counts", "figures:\n  - {id: multidimensional_poverty_rate, value: 1, numerator: 1, " +
			"denominator: 2}\n", "ghi theo nhiều cách cùng lúc"},
		{"half a quotient", "figures:\n  - {id: multidimensional_poverty_rate, numerator: 1}\n", "ghi sai cách"},
		{"counts of what is no rate", "figures:\n  - {id: income_per_capita, numerator: 1, denominator: 2}\n",
			"ghi sai cách"},
		{"met for a number", "figures:\n  - {id: income_per_capita, met: true}\n", "ghi met cho một con số"},
		{"a number for met", "figures:\n  - {id: clean_landscape, value: 1}\n", "cần met: true hoặc met: false"},
		{"a grade for a number", "figures:\n  - {id: income_per_capita, value: khá}\n",
			`là "khá", cần một số theo đơn vị triệu đồng/người/năm`},
		{"a number that is no grade", "figures:\n  - {id: disaster_readiness_grade, value: 7}\n",
			"không phải một xếp loại"},
		{"a value with keys", "figures:\n  - {id: income_per_capita, value: {a: 1}}\n", "cần"},
		{"a denominator of zero", "figures:\n  - {id: multidimensional_poverty_rate, numerator: 0, denominator: " +
			"0}\n", "có mẫu số 0"},
		{"a poll without answers", "satisfaction: {villages: [{name: Thôn 1, forms_out: 5, forms_back: 0, " +
			"satisfied: 0}]}\n", "có mẫu số 0"},
		{"evidence that is not listed", "figures:\n  - {id: income_per_capita, value: 69, evidence: [a]}\n",
			`không có minh chứng nào mã "a"`},
		{"evidence of a section", "security: {met: true, evidence: [a]}\n", `không có minh chứng nào mã "a"`},
		{"evidence listed twice", "evidence:\n  - {id: a, title: A}\n  - {id: a, title: B}\n",
			`minh chứng "a" ghi hai lần`},
		{"evidence without a title", "evidence:\n  - {id: a}\n", `thiếu "title"`},
		{"a debt without its sum", "arrears:\n  - {work: Đường}\n", `thiếu "owed"`},
		{"a debt below nothing", "arrears:\n  - {work: Đường, owed: -5}\n", "còn nợ -5"},
		{"security neither way", "security: {evidence: []}\n", `thiếu "met"`},
		{"a smart village without a name", "smart_village: {villages: [\" \"]}\n", "có một mục không có tên"},
		{"a smart village twice", "smart_village: {villages: [Thôn 1, thôn 1]}\n", `"thôn 1" ghi hai lần`},
		{"a field twice", "outstanding_fields: [{name: Y tế}, {name: y tế}]\n", `"y tế" ghi hai lần`},
		{"a village that only counts the pleased", "satisfaction: {villages: [{name: A, satisfied: 30}]}\n",
			`thiếu "forms_out"`},
		{"more left out than counted", poverty + "  - {id: poor_households_left_out, value: 62}\n",
			"bảo trợ xã hội (nếu có): đọc thấy 62, cần một số không lớn hơn 61, là tử số của"},
		{"an empty entry", "figures:\n  -\n", "mục này trống"},
		{"the total twice", "capital:\n  - {source: total, value: 1}\n  - {source: total, value: 2}\n",
			"tổng vốn (total) ghi hai lần"},
		{
			"a source of its own making",
			"capital:\n  - {source: nhan_dan, value: 1}\n",
			`đọc thấy nguồn vốn "nhan_dan"`,
		},
		{"a quantity without a unit", "capital:\n  - {source: people, quantity: 1}\n", `thiếu "unit"`},
		{"an unknown trait", "traits: [ngheo]\n", `đọc thấy đặc điểm "ngheo"`},
		{"an unknown level", "recognitions:\n  - {level: dat, year: 2020}\n", `đọc thấy mức "dat"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, tt.body)
			if err == nil {
				t.Fatal("read without complaint")
			}
			p := problem.Of(err)[0]
			if got := fmt.Sprintf("%d: %s", p.Line, p.Message); !strings.Contains(got, tt.want) || p.Line == 0 {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestAllMistakesAtOnce(t *testing.T) {
	_, err := read(t, "figures:\n  - {id: a, value: 1}\n  - {id: b, value: 1}\n  - {id: income_per_capita, met: "+
		"true}\n")
	if got := len(problem.Of(err)); got != 3 {
		t.Errorf("%d problems: %v", got, err)
	}
}

func TestANearFigureIsSuggested(t *testing.T) {
	_, err := read(t, "figures:\n  - {id: income_per_capit, value: 1}\n")
	if p := problem.Of(err)[0]; p.Hint != `có phải ý là "income_per_capita"?` {
		t.Errorf("hint %q", p.Hint)
	}
}

// A section that is not given is unknown; an empty one is none.
func TestSections(t *testing.T) {
	tests := []struct {
		body, id, want string // want "" for unknown
	}{
		{"", ArrearsFigure, ""},
		{"arrears: []\n", ArrearsFigure, "0"},
		{"arrears: [{work: Đường, owed: 10.5}, {work: Trường, owed: 4.5}]\n", ArrearsFigure, "15"},
		{"", SmartFigure, ""},
		{"smart_village: {evidence: []}\n", SmartFigure, ""},
		{"smart_village: {villages: []}\n", SmartFigure, "0"},
		{"smart_village: {villages: [Thôn 1, Thôn 2]}\n", SmartFigure, "2"},
		{"", FieldsFigure, ""},
		{"outstanding_fields: []\n", FieldsFigure, "0"},
		{"outstanding_fields: [{name: Y tế}]\n", FieldsFigure, "1"},
		{"satisfaction: {villages: [{name: A, forms_out: 9, forms_back: 8, satisfied: 7}, {name: B, forms_out: " +
			"5, forms_back: 4, satisfied: 4}]}\n", SatisfactionFigure, "11/12"},
		{"security: {met: false}\n", SecurityFigure, "false"},
		{"figures: [{id: satisfaction_rate, value: 96.5}]\n", SatisfactionFigure, "96.5"},
		{"figures: [{id: disaster_readiness_grade, value: Khá}]\n", "disaster_readiness_grade", "2"},
	}
	for _, tt := range tests {
		r, err := read(t, tt.body)
		if err != nil {
			t.Errorf("%s: %v", tt.body, err)
			continue
		}
		got := ""
		if f := r.Measured()[tt.id]; f != nil {
			got = fmt.Sprint(f.Measure)
		}
		if got != tt.want {
			t.Errorf("%s: %s is %q, want %q", tt.body, tt.id, got, tt.want)
		}
	}
}

func TestPlace(t *testing.T) {
	tests := []struct{ name, where, year, want string }{
		{"by code", "{code: \"16492\"}", "2023", "xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{"by name, old tone mark", "{name: Quảng Trung, district: Quảng Xương, province: Thanh Hoá}", "2023",
			"xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{"declared", "{declared: {name: Mới, province: Mới, region: tn}}", "2023", "xã Mới, tỉnh Mới"},
		{"two of one name", "{name: Quảng Trung}", "2023", "!16492"},
		{"none of the name", "{name: Không Có Đâu, province: Thanh Hóa}", "2023", "!Không Có Đâu"},
		{"a ward", "{code: \"00001\"}", "2023", "!không phải là xã"},
		{"merged away by 2026", "{name: Quảng Trung, province: Thanh Hóa}", "2026", "!"},
		{"by the old list in the year of the reform", "{code: \"16492\", district: Quảng Xương}", "2025",
			"xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{"listed and declared", "{code: \"16492\", declared: {name: A, province: B, region: tn}}", "2023",
			"!vừa ghi theo danh mục vừa ghi declared"},
		{"nobody", "{district: Quảng Xương}", "2023", "!chưa nói là xã nào"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := new(Report)
			err := yamldoc.Decode("x.yaml", []byte("schema: ntm.report.v1\nyear: "+tt.year+"\ncommune: "+tt.where+
				"\n"), r)
			if err == nil {
				err = r.Check(packs.Embedded())
			}
			var place places.Unit
			if err == nil {
				place, err = r.Place()
			}
			want, wantErr := strings.CutPrefix(tt.want, "!")
			switch {
			case !wantErr && (err != nil || place.String() != want):
				t.Errorf("found %q, %v", place, err)
			case wantErr && (err == nil || !strings.Contains(err.Error(), want) || problem.Of(err)[0].Line != 3):
				t.Errorf("got %v, want %q at line 3", err, want)
			}
		})
	}
}
