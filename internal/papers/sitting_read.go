package papers

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/council"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// ReadBallot reads a ballot that was handed in. The error is a problem.List: it is
// no ballot, or one in which something else than the votes was written.
func ReadBallot(ctx context.Context, file string, data []byte, c *council.Council, cases []council.Case,
) (council.Ballot, error) {
	out := council.Ballot{File: file}
	cells, err := sittingCells(ctx, file, data, BallotName)
	if err != nil {
		return out, err
	}
	number, ok := strings.CutPrefix(cells[blankBallot(c, cases, "").numbered], "Số phiếu: ")
	if !ok {
		return out, problem.List{{File: file, Message: "đây không phải phiếu biểu quyết của kỳ họp này",
			Hint: "bỏ tệp này ra khỏi thư mục phiếu"}}
	}
	out.Number = number
	expected := blankBallot(c, cases, number)
	open := map[string]bool{}
	for i := range cases {
		row := expected.first + i
		v := council.Vote{For: cells[draw.Ref(forColumn, row)], Against: cells[draw.Ref(againstColumn, row)],
			Reason: cells[draw.Ref(reasonColumn, row)]}
		out.Votes = append(out.Votes, v)
		for column := forColumn; column <= len(councilGrid); column++ {
			open[draw.Ref(column, row)] = true
		}
	}
	return out, expected.same(file, cells, open)
}

// ReadHands reads the sheet of a show of hands.
func ReadHands(
	ctx context.Context, file string, data []byte, c *council.Council, cases []council.Case, present int,
) (council.Counted, error) {
	out := council.Counted{Out: present, Back: present}
	cells, err := sittingCells(ctx, file, data, handsName)
	if err != nil {
		return out, err
	}
	expected := blankHands(c, cases, present)
	open := map[string]bool{}
	var wrong problem.List
	for i, one := range cases {
		row := expected.first + i
		for column := handsForColumn; column <= handsCheckColumn; column++ {
			open[draw.Ref(column, row)] = true
		}
		var counts [3]int
		sum := 0
		for k, column := range []int{handsForColumn, handsAgainstColumn, handsNoneColumn} {
			text := strings.TrimSpace(cells[draw.Ref(column, row)])
			n, err := strconv.Atoi(text)
			if err != nil || n < 0 || fmt.Sprint(n) != text {
				wrong.Add(problem.Problem{File: file, Sheet: handsName, Cell: draw.Ref(column, row),
					Message: fmt.Sprintf("đọc thấy %q, cần số người (số nguyên, từ 0)", text),
					Hint:    "không có ai thì ghi 0"})
			}
			counts[k] = n
			sum += n
		}
		if sum != present && len(wrong) == 0 {
			wrong.Add(problem.Problem{File: file, Sheet: handsName, Cell: draw.Ref(handsForColumn, row),
				Message: fmt.Sprintf("%s: ba số cộng lại là %d, số có mặt là %d", one.Title, sum, present),
				Hint:    "kiểm lại số phiếu của xã này"})
		}
		out.Results = append(out.Results, council.Result{Key: one.Key, For: counts[0], Against: counts[1],
			Invalid: counts[2]})
	}
	if err := wrong.Err(); err != nil {
		return out, err
	}
	return out, expected.same(file, cells, open)
}

// sittingCells are the words of a paper that came back.
func sittingCells(ctx context.Context, file string, data []byte, name string) (map[string]string, error) {
	not := problem.List{{
		File: file, Message: fmt.Sprintf("không đọc được tệp này như một tờ %q", name),
		Hint: "chọn tệp do ntm council ballots ghi, đã điền và lưu lại dạng .xlsx",
		Page: problem.Press("chọn tệp phiếu đã phát, đã điền và lưu lại dạng .xlsx"),
	}}
	book, err := read.Read(ctx, file, bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, not
	}
	book.Most(MostCells)
	i := slices.IndexFunc(book.Sheets, func(s *read.Sheet) bool { return strings.EqualFold(s.Name, name) })
	if i < 0 {
		return nil, not
	}
	cells := map[string]string{}
	var doubts problem.List
	err = book.Sheets[i].Each(func(r read.Row) error {
		for c := range r.Cells {
			if err := r.Cells[c].NotPlain(); err != nil {
				p := problem.Of(err)[0]
				p.File, p.Sheet, p.Cell = file, book.Sheets[i].Name, read.Ref(c+1, r.Number)
				doubts.Add(p)
			}
			if words := vi.NFC(r.Cells[c].Typed().Text); words != "" {
				cells[draw.Ref(c+1, r.Number)] = words
			}
		}
		return nil
	})
	if err != nil {
		return nil, not
	}
	return cells, doubts.Err()
}

// same holds what stands in the cells against what was written, but for the open
// ones.
func (s *sittingSheet) same(file string, cells map[string]string, open map[string]bool) error {
	var wrong problem.List
	expected := map[string]bool{}
	differs := func(cell, found, wanted string) {
		wrong.Add(problem.Problem{File: file, Sheet: s.Name, Cell: cell,
			Message: fmt.Sprintf("đọc thấy %q, bản đã phát ghi %q", found, wanted),
			Hint:    "phiếu chỉ được điền vào các ô dành sẵn; xin thành viên điền lại bản đã phát"})
	}
	for r := range s.Rows {
		for c, cell := range s.Rows[r].Cells {
			at := draw.Ref(c+1, r+1)
			words, _ := cell.Value.(string)
			if words = vi.NFC(words); words != "" && !open[at] {
				if expected[at] = true; strings.TrimSpace(cells[at]) != strings.TrimSpace(words) {
					differs(at, cells[at], words)
				}
			}
		}
	}
	for _, at := range slices.Sorted(maps.Keys(cells)) {
		if !expected[at] && !open[at] && strings.TrimSpace(cells[at]) != "" {
			differs(at, cells[at], "")
		}
	}
	return wrong.Err()
}
