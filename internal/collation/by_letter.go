package collation

import (
	"cmp"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/matching"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// letter is what counts up the lines below a criterion: "a) Tỷ lệ…", "b. Có…".
var letter = pattern.New(`^\(?([a-zđ])(?:[.)]+\s*|\s+)(\S.*)$`)

// letteredLine is a line below a criterion with its letter, and its rows: one, or one for each year.
type letteredLine struct {
	letter, words string
	rows          []*decision.Row
}

// apartByLetters parts the rows of a criterion whose indicators a decision counts by letters and not by their numbers:
// each line is of the indicator whose words it has. Rows that are none such stay as they are.
func apartByLetters(known *matching.Indicators, rows []*decision.Row) [][]*decision.Row {
	first := rows[0]
	lines := letteredLines(rows)
	if first.No != first.CriterionNo || len(lines) < 2 { //nolint:mnd // one is no list
		return [][]*decision.Row{rows}
	}
	scores := make([][]float64, len(lines))
	var topics []*criteria.Topic
	for i := range lines {
		topics, scores[i] = known.Among(first.No, lines[i].words)
	}
	if len(topics) < 2 || len(lines) > len(topics) { //nolint:mnd // of one they are parts
		return [][]*decision.Row{rows}
	}
	inOrder := len(lines) == len(topics)
	for i := range lines {
		inOrder = inOrder && best(scores[i]) == i && scores[i][i] >= matching.Alike
	}
	var out [][]*decision.Row
	of := map[int]int{} // which of them is of a topic
	for i, line := range lines {
		at := best(scores[i])
		before, isTaken := of[at]
		one := line.of(topics[at].Indicator.No, inOrder || !isTaken && matching.IsCertain(scores[i], at))
		if isTaken {
			out[before] = append(out[before], one...)
			continue
		}
		of[at] = len(out)
		out = append(out, one)
	}
	return out
}

// of are the rows of a line as those of an indicator.
func (l *letteredLine) of(no string, isSure bool) []*decision.Row {
	out := make([]*decision.Row, len(l.rows))
	for i, row := range l.rows {
		one := *row
		one.No, one.Name, one.Part, one.Doubts = no, l.words, "", slices.Clone(row.Doubts)
		if !isSure {
			one.Doubts = append(one.Doubts, decision.Doubt{Table: row.Table, Row: row.Row, What: fmt.Sprintf(
				"quyết định đánh chữ %s), không có số: máy xếp vào chỉ tiêu %s vì nội dung giống nhất, xem lại",
				l.letter, no)})
		}
		out[i] = &one
	}
	return out
}

// letteredLines are the lines of rows by their letters, from a on; nil where one has none, or they are in no order.
func letteredLines(rows []*decision.Row) []letteredLine {
	var out []letteredLine
	last := ""
	for i, row := range rows {
		text := cmp.Or(row.Part, row.Name)
		if i > 0 && text == last {
			out[len(out)-1].rows = append(out[len(out)-1].rows, row)
			continue
		}
		last = text
		one := letteredLine{"a", vi.OneLine(text), []*decision.Row{row}}
		if m := letter.FindStringSubmatch(one.words); m != nil {
			one.letter, one.words = m[1], m[2]
		} else if i > 0 {
			return nil
		}
		if row.Part == "" != (i == 0) || !followsLetter(out, one.letter) {
			return nil
		}
		out = append(out, one)
	}
	return out
}

// followsLetter tells whether a letter goes on with those of some lines; Vietnamese lists have đ behind d, or leave it
// out.
func followsLetter(before []letteredLine, next string) bool {
	const letters = "abcdđefghijklmnopqrstuvwxyz"
	if len(before) == 0 {
		return next == "a"
	}
	at := slices.Index([]rune(letters), []rune(before[len(before)-1].letter)[0])
	behind := []rune(letters)[at+1:]
	return len(behind) > 0 && (next == string(behind[0]) || len(behind) > 1 && (behind[0] == 'đ' || behind[0] == 'f') &&
		next == string(behind[1]))
}

// best is where the nearest stands.
func best(scores []float64) int {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return at
}
