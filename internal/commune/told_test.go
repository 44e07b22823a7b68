package commune

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/problem"

	"pgregory.net/rapid"
)

func TestScores(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"19/19", "19/19"}, {"0/57", "0/57"}, {"18 / 19", "18/19"}, {"1 /1", "1/1"}, {"0020/0020", "20/20"},
		{"08/19", "8/19"}, {"09/019", "9/19"},
		{"20/19", "!không lớn hơn"}, {"0/0", "!không lớn hơn"},
		{"", "!hai số đếm"}, {"19", "!hai số đếm"}, {"/19", "!hai số đếm"}, {"19/", "!hai số đếm"},
		{"-1/19", "!hai số đếm"}, {"1,5/19", "!hai số đếm"}, {"19/19/19", "!hai số đếm"},
		{"19/19 tiêu chí", "!hai số đếm"},
		{"12345/12345", "!hai số đếm"}, {"mười/19", "!hai số đếm"},
	} {
		s := Score{Met: 7, Of: 8}
		err := s.UnmarshalText([]byte(tt.text))
		if want, wrong := strings.CutPrefix(tt.want, "!"); wrong {
			if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(),
				fmt.Sprintf("%q", tt.text)) {
				t.Errorf("%q: %v, want %s", tt.text, err, want)
			}
			if s != (Score{7, 8}) {
				t.Errorf("%q was refused and left %v", tt.text, s)
			}
		} else if err != nil || s.String() != tt.want {
			t.Errorf("%q is read as %s (%v), want %s", tt.text, s, err, tt.want)
		}
	}
}

// A score reads back as it was written; one of which nothing is told is not written.
func TestAnyScoreReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(1, 9999).Draw(t, "of")
		s := Score{Met: rapid.IntRange(0, of).Draw(t, "met"), Of: of}
		text, err := s.MarshalText()
		var back Score
		if err == nil {
			err = back.UnmarshalText(text)
		}
		if err != nil || back != s {
			t.Fatalf("%v comes back as %v: %v", s, back, err)
		}
	})
	if text, err := (Score{}).MarshalText(); len(text) > 0 || err != nil {
		t.Errorf("nothing is written as %q, %v", text, err)
	}
}

func TestAClaimInWords(t *testing.T) {
	for _, tt := range []struct {
		c    Claim
		want string
	}{
		{Claim{Criteria: Score{19, 19}, Indicators: Score{57, 57}}, "19/19 tiêu chí, 57/57 chỉ tiêu"},
		{Claim{Criteria: Score{18, 19}}, "18/19 tiêu chí"},
		{Claim{Indicators: Score{0, 75}}, "0/75 chỉ tiêu"},
		{Claim{}, ""},
	} {
		if got := tt.c.String(); got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.c, got, tt.want)
		}
	}
}

// What a report tells besides its figures says something, and each thing once.
func TestWhatIsTold(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"claims of two levels", "claims: [{level: ntm, criteria: 19/19}, {level: nang-cao, indicators: 70/75}]\n", ""},
		{"a claim twice", "claims:\n  - {level: ntm, criteria: 19/19}\n  - {level: ntm, criteria: 18/19}\n",
			"6: kết quả xã tự đánh giá mức nông thôn mới ghi hai lần"},
		{"a claim of nothing", "claims:\n  - {level: ntm}\n", "5: kết quả xã tự đánh giá mức nông thôn mới chưa " +
			"có số nào"},
		{"a claim of more than all", "claims:\n  - {level: ntm, criteria: 20/19}\n", "5: "},
		{"remarks of two criteria", "remarks: [{criterion: \"2\", done: a}, {criterion: \"3\", cost: b}]\n", ""},
		{"one criterion of two levels", "remarks: [{criterion: \"2\", done: a}, {level: nang-cao, criterion: \"2\", " +
			"done: a}]\n", ""},
		{"a remark twice", "remarks:\n  - {criterion: \"2\", done: a}\n  - {criterion: \"2\", amount: b}\n",
			"6: kết quả thực hiện tiêu chí 2 ghi hai lần"},
		{"a remark of nothing", "remarks:\n  - {criterion: \"2\"}\n", "5: kết quả thực hiện tiêu chí 2 chưa ghi gì"},
		{"a remark of no criterion", "remarks:\n  - {done: a}\n", `5: thiếu "criterion"`},
		{"a vote", "council_votes: [{level: kieu-mau, date: 2023-11-15, votes: 20/20, members: 22}]\n", ""},
		{"a vote of more than were there", "council_votes:\n  - {level: ntm, votes: 21/20}\n", "5: "},
		{"a council below nothing", "council_votes:\n  - {level: ntm, members: -1}\n", "5: "},
		{"a vote on no level", "council_votes:\n  - {votes: 20/20}\n", `5: thiếu "level"`},
	} {
		t.Run(tt.name, func(t *testing.T) { check(t, tt.body, tt.want) })
	}
}

// check reads a report: want is the line and the message of its only problem, "" of none.
func check(t *testing.T, body, want string) {
	t.Helper()
	_, err := read(t, body)
	if want == "" {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return
	}
	if err == nil {
		t.Fatal("read without complaint")
	}
	list := problem.Of(err)
	if got := fmt.Sprintf("%d: %s", list[0].Line, list[0].Message); len(list) != 1 || !strings.Contains(got, want) {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// A poll tells the share of the satisfied, by villages or of the whole commune, by counts
// or by a rate; and a share can be one.
func TestPolls(t *testing.T) {
	const village = "villages: [{name: A, forms_out: 9, forms_back: 8, satisfied: 7"
	for _, tt := range []struct{ name, poll, rate, coverage, want string }{
		{"a village", village + "}]", "7/8", "", ""},
		{"a village with its households", village + ", households: 10}]", "7/8", "8/10", ""},
		{"a village of no households", village + ", households: 0}]", "7/8", "", ""},
		{"two, of which one has no households", village + ", households: 10}, {name: B, forms_out: 4, forms_back: 4, " +
			"satisfied: 4}]", "11/12", "", ""},
		{"two with households", village + ", households: 10}, {name: B, forms_out: 4, forms_back: 4, satisfied: 4, " +
			"households: 5}]", "11/12", "12/15", ""},
		{"villages and the whole", village + "}], commune: {households: 20, forms_back: 16, satisfied: 1}", "7/8",
			"16/20", ""},
		{"counts of the whole", "commune: {forms_back: 16, satisfied: 15}", "15/16", "", ""},
		{"counts before a rate", "commune: {forms_back: 16, satisfied: 15, rate: 99}", "15/16", "", ""},
		{"a rate", "commune: {rate: 98.5}", "98.5", "", ""},
		{"households asked, where none came back", "commune: {rate: 98.5, forms_out: 18, households: 20}", "98.5",
			"18/20", ""},
		{"households that answered, of those asked", "commune: {rate: 98.5, forms_out: 18, forms_back: 17, " +
			"households: 20}", "98.5", "17/20", ""},
		{"a rate kept with its words", "commune: {rate: {number: 97, bound: ge, words: từ 97 % trở lên}}", "97", "",
			""},
		{"all and none", "commune: {rate: 100}, questions: [{text: Hỏi, rate: 0}]", "100", "", ""},
		{"a question by counts", "commune: {rate: 98}, questions: [{text: Hỏi, answered: 20, satisfied: 19}]", "98",
			"", ""},

		{"nothing", "evidence: []", "", "", "chưa có số phiếu hay tỷ lệ hài lòng"},
		{"an empty commune", "commune: {}", "", "", "chưa có số phiếu hay tỷ lệ hài lòng"},
		{"a count of two", "commune: {satisfied: 3}", "", "", "chưa có số phiếu hay tỷ lệ hài lòng"},
		{"more than all", "commune: {rate: 100.5}", "", "", "cả xã: tỷ lệ hài lòng đọc thấy 100,5"},
		{"less than none", "commune: {rate: -1}", "", "", "cả xã: tỷ lệ hài lòng đọc thấy -1"},
		{"fewer than none", "commune: {forms_back: 10, satisfied: -1}", "", "",
			"cả xã: -1 phiếu hài lòng trên 10 phiếu thu về"},
		{"a question of nothing", "commune: {rate: 98}, questions: [{text: Hỏi}]", "", "", `câu hỏi "Hỏi" chưa có`},
		{"a question nobody answered", "commune: {rate: 98}, questions: [{text: Hỏi, answered: 0, satisfied: 0}]", "",
			"", `câu hỏi "Hỏi": 0 phiếu hài lòng trên 0 phiếu thu về`},
		{"a question of more than all", "commune: {rate: 98}, questions: [{text: Hỏi, rate: 101}]", "", "",
			`câu hỏi "Hỏi": tỷ lệ hài lòng đọc thấy 101`},
		{"a question of no text", "commune: {rate: 98}, questions: [{rate: 90}]", "", "", `thiếu "text"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := "satisfaction: {" + tt.poll + "}\n"
			check(t, body, tt.want)
			if tt.want != "" {
				return
			}
			r, err := read(t, body)
			if err != nil {
				return
			}
			for id, want := range map[string]string{SatisfactionFigure: tt.rate, CoverageFigure: tt.coverage} {
				got := ""
				if f := r.Measured()[id]; f != nil {
					got = fmt.Sprint(f.Measure)
				}
				if got != want {
					t.Errorf("%s is %q, want %q", id, got, want)
				}
			}
		})
	}
}
