package commune

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// whole reads a report from a file, as a user does.
func whole(t *testing.T, body string) (*Report, problem.List, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bao-cao.yaml")
	if err := os.WriteFile(path, []byte(head+body), 0o600); err != nil {
		t.Fatal(err)
	}
	return Read(path, packs.Embedded())
}

// Words of a figure are read by what the dictionary says it is of.
func TestFiguresInWords(t *testing.T) {
	for _, tt := range []struct{ figure, want string }{ // want: the measure and its year; "!" and the complaint
		{"id: income_per_capita, value: trên 70 triệu đồng", "gt 70 @2023"},
		{"id: income_per_capita, value: \"ước 44,1 triệu đồng/người/năm\"", "about 44.1 @2023"},
		{"id: income_per_capita, value: 69 triệu đồng/người/năm", "69 @2023"},
		{"id: income_per_capita, value: 69.000.000 đồng", "69 @2023"},
		{"id: income_per_capita, value: chưa đến 70 triệu đồng", "lt 70 @2023"},
		{"id: income_per_capita, value: \"69,5\"", "69.5 @2023"},
		{"id: multidimensional_poverty_rate, value: dưới 2 %", "lt 2 @2023"},
		{"id: multidimensional_poverty_rate, value: \"1,53 %\"", "1.53 % @2023"},
		{"id: multidimensional_poverty_rate, value: \"1,53 % (61/3987)\"", "61/3987 @2023"},
		{"id: multidimensional_poverty_rate, value: 61/3987 hộ", "61/3987 @2023"},
		{"id: disaster_readiness_grade, value: khá", "2 khá @2023"},
		{"id: disaster_readiness_grade, value: gần khá", "!cần một số hoặc một xếp loại"},
		{"id: clean_landscape, value: đã có", "!cần một số hoặc một xếp loại"},
		{"id: income_per_capita, value: chưa rõ", "!chưa rõ"},
		{"id: income_per_capita, value: trên 70 %", "!70 %"},
		{"id: income_per_capita, value: trên 70 ha", "!ha"},
		{"id: nobody_knows, value: trên 70 triệu đồng", "!không có số liệu nào mã"},
	} {
		r, _, err := whole(t, "figures:\n  - {"+tt.figure+"}\n")
		if want, wrong := strings.CutPrefix(tt.want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), want) || problem.Of(err)[0].Line != 5 ||
				problem.Of(err)[0].Hint == "" {
				t.Errorf("%s: %v, want %s at line 5 and what to do", tt.figure, err, want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.figure, err)
			continue
		}
		f := &r.Figures[0]
		if got := fmt.Sprintf("%s @%d", measured(f.Measure), r.YearOf(f)); got != tt.want {
			t.Errorf("%s is read as %s, want %s", tt.figure, got, tt.want)
		}
	}
}

// measured is a measure in a line.
func measured(m Measure) string {
	switch m := m.(type) {
	case Amount:
		return shown(m)
	case Number:
		if m.Percent {
			return m.String() + " %"
		}
		return strings.TrimSpace(m.String() + " " + m.Word)
	}
	return fmt.Sprint(m)
}

// Of words with two readings it is told which one was taken, and where they stand.
func TestNotesOfWords(t *testing.T) {
	r, notes, err := whole(t, "capital:\n  - {source: people, value: 5}\nfigures:\n"+
		"  - {id: income_per_capita, value: 69.000 nghìn đồng}\n  - {id: multidimensional_poverty_rate, value: "+
		"61/3987 hộ}\n")
	if err != nil || r == nil {
		t.Fatal(err)
	}
	if len(notes) != 1 || notes[0].Line != 7 || !strings.Contains(notes[0].Message, "69 triệu đồng") {
		t.Errorf("%v", notes)
	}
}

// A figure with a sign or a bound is still of its unit.
func TestSignsAndBoundsOfTheWrongUnit(t *testing.T) {
	for figure, want := range map[string]string{
		`id: income_per_capita, value: "69 %"`:                                 "ghi kèm dấu %",
		"id: income_per_capita, value: {number: 69, bound: gt, percent: true}": "ghi kèm dấu %",
		"id: income_per_capita, value: {number: 69, bound: gt}":                "",
		"id: commune_road_paved_rate, value: {number: 69, bound: gt}":          "",
		"id: disaster_readiness_grade, value: {number: 2, bound: gt}":          "không phải một xếp loại",
		"id: clean_landscape, value: {number: 2, bound: gt}":                   "cần met",
		"id: multidimensional_poverty_rate, value: {number: 2, percent: true}": "",
	} {
		t.Run(figure, func(t *testing.T) { check(t, "figures:\n  - {"+figure+"}\n", want) })
	}
}

// Capital is in triệu đồng whatever it is written in; what stands beside the sum is kept.
func TestCapitalInWords(t *testing.T) {
	for _, tt := range []struct{ line, want string }{ // worth, share, years
		{"source: people, value: trên 10 tỷ đồng", "gt 10000 - 0"},
		{"source: people, value: 71 tỷ 355 triệu", "71355 - 0"},
		{"source: central, value: \"1.538.336 triệu đồng\"", "1538336 - 0"},
		{"source: central, value: \"538.336 triệu đồng\"", "!có thể hiểu là 538 336"},
		{"source: people, value: \"412,3 tỷ đồng, chiếm 76,6 %\"", "412300 76.6 0"},
		{"source: people, share: 70, value: \"412,3 tỷ đồng, chiếm 76,6 %\"", "412300 70 0"}, // as said on its own
		{"source: people, kind: land, quantity: \"10.350 m2\", unit: m2, unit_price: 0.1", "1035 - 0"},
		{"source: people, kind: land, quantity: trên 10.000 m2, unit: m2, unit_price: 0.1", "gt 1000 - 0"},
		{"source: people, value: nhiều lắm", "!nhiều lắm"},
		{"source: people, kind: land, quantity: rất rộng, unit: m2", "!rất rộng"},
	} {
		r, _, err := whole(t, "capital:\n  - {"+tt.line+"}\n")
		if want, wrong := strings.CutPrefix(tt.want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), want) || problem.Of(err)[0].Line != 5 {
				t.Errorf("%s: %v, want %s at line 5", tt.line, err, want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", tt.line, err)
			continue
		}
		line := r.Capital[0]
		worth, _ := line.Worth()
		share := "-"
		if line.Share != nil {
			share = line.Share.String()
		}
		if got := fmt.Sprintf("%s %s %d", shown(worth), share, line.Years.From); got != tt.want {
			t.Errorf("%s is read as %s, want %s", tt.line, got, tt.want)
		}
	}
}

// What is told in words of earlier years and of the poll is read like the figure itself.
func TestEarlierYearsAndPollsInWords(t *testing.T) {
	r, _, err := whole(t, `figures:
  - {id: income_per_capita, value: 69, earlier: [{year: 2022, value: trên 60 triệu đồng}, {year: 2021, value: 55}]}
satisfaction: {commune: {rate: "từ 97 % trở lên"}, questions: [{text: Hỏi, rate: "98,5 %"}]}
`)
	if err != nil {
		t.Fatal(err)
	}
	got := measured(r.Figures[0].Earlier[0].Measure) + "; " + measured(r.Figures[0].Earlier[1].Measure) + "; " +
		measured(r.Satisfaction.Measure()) + "; " + measured(r.Satisfaction.Questions[0].Measure())
	if want := "gt 60; 55; ge 97; 98.5"; got != want {
		t.Errorf("read as %s, want %s", got, want)
	}
	for _, wrong := range []string{
		"figures:\n  - {id: income_per_capita, value: 69, earlier: [{year: 2022, value: cao hơn nhiều}]}\n",
		"satisfaction:\n  commune: {rate: gần hết}\n",
		"satisfaction:\n  {commune: {rate: 97}, questions: [{text: Hỏi, rate: gần hết}]}\n",
	} {
		if _, _, err := whole(t, wrong); err == nil || problem.Of(err)[0].Line != 5 {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

// A store never keeps words that nobody has read.
func TestWordsAreNotKept(t *testing.T) {
	for _, body := range []string{
		"figures: [{id: income_per_capita, value: trên 70 triệu đồng}]\n",
		"capital: [{source: people, value: trên 70 triệu đồng}]\n",
		"capital: [{source: people, quantity: trên 70 m2, unit: m2}]\n",
		"satisfaction: {commune: {rate: trên 70 %}}\n",
		"satisfaction: {commune: {rate: 97}, questions: [{text: Hỏi, rate: trên 70 %}]}\n",
	} {
		_, err := DecodeKept("kho", []byte(head+body), packs.Embedded().Figures)
		if err == nil || !strings.Contains(err.Error(), "đọc thấy \"trên 70") {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// A rate of no more than 1 that is said without its sign may be a share of 1, and is asked
// about; where all of a report's rates are so, even of what is often that small.
func TestRatesThatMayBeShares(t *testing.T) {
	const most = "id: multidimensional_poverty_rate, value: " // is met by little
	const least = "id: commune_road_paved_rate, value: "
	for _, tt := range []struct {
		body string
		want int // questions
	}{
		{"figures: [{" + least + "0.95}]\n", 1},
		{"figures: [{" + least + "\"0,95 %\"}]\n", 0}, // said with its sign
		{"figures: [{" + least + "1}]\n", 1},
		{"figures: [{" + least + "1.01}]\n", 0},
		{"figures: [{" + least + "0}]\n", 0},
		{"figures: [{" + least + "95}]\n", 0},
		{"figures: [{" + most + "0.62}]\n", 0}, // few are poor in many a commune
		{"figures: [{" + most + "0.5}]\n", 0},  // half a per cent is common, and half of all nowhere
		{"figures: [{" + most + "0.31}]\n", 0},
		{"figures: [{" + most + "0.3}]\n", 1},
		{"figures: [{" + most + "0.12}]\n", 1}, // 12 % are as many as there are elsewhere
		{"figures: [{" + most + "0.02}]\n", 1},
		{"figures: [{" + most + "\"0,02 %\"}]\n", 0},
		{"figures: [{" + most + "\"0,12 %\"}]\n", 0},
		{"figures: [{id: child_stunting_rate, value: 0.12}]\n", 1},
		{"figures: [{" + most + "0}]\n", 0},
		{"figures: [{" + most + "0.062}]\n", 1}, // no rate is reported with three decimals
		{"figures: [{" + most + "0.62}, {" + least + "95}]\n", 0},
		{"figures: [{" + most + "0.62}, {" + least + "0.95}]\n", 2}, // a sheet of shares
		{"figures: [{id: income_per_capita, value: 0.9}]\n", 0},     // no rate
		{"satisfaction: {commune: {rate: 0.985}}\n", 1},
		{"satisfaction: {commune: {rate: 98.5}}\n", 0},
		{"satisfaction: {commune: {rate: \"0,9 %\"}, questions: [{text: Hỏi, rate: 0.97}]}\n", 1},
	} {
		_, _, err := whole(t, tt.body)
		list := problem.List(nil)
		if err != nil {
			list = problem.Of(err)
		}
		if len(list) != tt.want {
			t.Errorf("%s: %v, want %d questions", tt.body, err, tt.want)
			continue
		}
		for _, p := range list {
			if !strings.Contains(p.Message, " hay ") || !strings.Contains(p.Hint, "ghi kèm dấu %") {
				t.Errorf("%s: %s", tt.body, p.Note())
			}
		}
	}
}

func TestAShareIsAskedInBothReadings(t *testing.T) {
	entry := packs.Embedded().Figures["multidimensional_poverty_rate"]
	for number, want := range map[string]string{"0.062": "6,2 % hay 0,062 %?", "0.9": "90 % hay 0,9 %?",
		"1": "100 % hay 1 %?", "0.0001": "0,01 % hay 0,0001 %?"} {
		p := AskShare(yamldoc.Pos{Line: 3}, entry, amount(number).Decimal)
		if !strings.Contains(p.Message, want) || p.Line != 3 {
			t.Errorf("%s: %s", number, p.Note())
		}
	}
}

// A number is of its figure's unit, name and parts.
func TestWhatANumberStandsFor(t *testing.T) {
	f := packs.Embedded().Figures["multidimensional_poverty_rate"]
	m := MeaningOf(f)
	if m.Unit != string(criteria.Percent) || m.Name != f.Name || m.Numerator != f.Numerator ||
		m.Denominator != f.Denominator {
		t.Errorf("%+v", m)
	}
}

// A document tells the poll by its counts too, and not by two that differ.
func TestPollInWords(t *testing.T) {
	for text, want := range map[string]string{
		"satisfaction: {commune: {rate: 2.710/2.745 phiếu hài lòng}}":                       "2710/2745",
		"satisfaction: {commune: {rate: 2.710/2.745 phiếu, forms_back: 2745}}":              "2710/2745",
		"satisfaction: {commune: {rate: 2.710/2.745 phiếu, forms_back: 2700}}":              "!khác với số ghi",
		"satisfaction: {commune: {rate: \"98,2 %\", coverage: \"2745/2935 hộ\"}}":           "98.2 2745/2935",
		"satisfaction: {commune: {rate: 98}, questions: [{text: Điện, rate: 10/12 phiếu}]}": "98 10/12",
		"satisfaction: {commune: {rate: 98}, questions: [{text: Điện, rate: không biết}]}":  "!ở đây cần một số",
	} {
		r, _, err := whole(t, text+"\n")
		if wrong, is := strings.CutPrefix(want, "!"); is {
			if err == nil || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		got := measured(r.Satisfaction.Whole.Measure())
		if coverage := r.Satisfaction.Whole.Coverage(); coverage != nil {
			got += " " + measured(coverage)
		}
		for _, q := range r.Satisfaction.Questions {
			got += " " + measured(q.Measure())
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
