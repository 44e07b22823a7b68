package papers

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// InventedCouncil is a council of eleven that is made up.
func InventedCouncil() *council.Council {
	c := &council.Council{ID: "2023-1", Name: "Hội đồng giả định", Province: "tỉnh Giả Định", Year: 2023,
		Level: criteria.NTM, Rules: council.Rules{
			Quorum: council.Rule{Value: decimal.NewFromInt(70), Status: criteria.Seen, Source: "nguồn giả định"},
			Proposal: council.Rule{Value: decimal.NewFromInt(90), Status: criteria.Confirmed,
				Source: "quy chế giả định"},
		}}
	for i := range 11 {
		c.Members = append(c.Members, council.Member{Name: fmt.Sprintf("Người %d", i+1), Office: "Sở giả định",
			Role: council.Ordinary})
	}
	return c
}

var inventedCases = []council.Case{{Key: "1", Title: "xã Một, tỉnh Giả Định", Note: "19/19 tiêu chí"},
	{Key: "2", Title: "=1+1"}, {Key: "3", Title: "xã Ba, tỉnh Giả Định"}}

// InventedSitting is a sitting of that council over three communes.
func InventedSitting() Minutes {
	return Minutes{
		Council: InventedCouncil(), Cases: slices.Clone(inventedCases), Present: []int{0, 1, 2, 3, 4, 5, 6, 7, 8,
			9}, At: time.Date(2024, 1, 5, 2, 0, 0, 0, time.UTC),
		Counted: council.Counted{Secret: true, Out: 10, Back: 10, Results: []council.Result{
			{Key: "1", For: 10}, {Key: "2", For: 9, Against: 1, Reasons: []string{"=cmd()"}},
			{Key: "3", For: 8, Against: 1, Invalid: 1},
		}},
	}
}

func ballot(t *testing.T, number string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteBallot(&out, InventedCouncil(), inventedCases, number); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// changed is a workbook with cells set.
func changed(t *testing.T, data []byte, cells map[string]any) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range cells {
		if err := book.SetCellValue(book.GetSheetName(0), cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Two ballots of a sitting differ in their number and in nothing else, and carry no
// time and no name.
func TestBallotsDifferInTheirNumberAlone(t *testing.T) {
	parts := func(data []byte) map[string]string {
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out[f.Name+f.Modified.UTC().String()] = string(text)
		}
		return out
	}
	one, other := parts(ballot(t, "AAAA-BBBB-CCCC-DDDD")), parts(ballot(t, "2222-3333-4444-5555"))
	if len(one) != len(other) {
		t.Fatal("other parts")
	}
	for name, text := range one {
		if strings.ReplaceAll(text, "AAAA-BBBB-CCCC-DDDD", "2222-3333-4444-5555") != other[name] {
			t.Errorf("%s differs in more than the number", name)
		}
		if strings.Contains(name, "docProps") && (strings.Contains(text, "202") || strings.Contains(text, "Người")) {
			t.Errorf("%s tells a time or a person: %s", name, text)
		}
	}
}

func TestReadBallot(t *testing.T) {
	const number = "AAAA-BBBB-CCCC-DDDD"
	first := blankBallot(InventedCouncil(), inventedCases, number).first
	at := func(column, row int) string { return draw.Ref(column, first+row) }
	filled := changed(t, ballot(t, number), map[string]any{at(forColumn, 0): "x", at(againstColumn, 1): "X",
		at(reasonColumn, 1): "thiếu chợ", at(forColumn, 2): "✓"})
	read := func(data []byte) (council.Ballot, error) {
		return ReadBallot(t.Context(), "phieu.xlsx", data, InventedCouncil(), inventedCases)
	}
	b, err := read(filled)
	if err != nil || b.Number != number || b.Votes[0].For != "x" || b.Votes[1].Against != "X" ||
		b.Votes[1].Reason != "thiếu chợ" || b.Votes[2].For != "✓" {
		t.Errorf("%+v, %v", b, err)
	}
	for name, cells := range map[string]map[string]any{
		"another commune":    {at(2, 0): "xã Khác"},
		"communes swapped":   {at(2, 0): "xã Ba, tỉnh Giả Định", at(2, 2): "xã Một, tỉnh Giả Định; 19/19 tiêu chí"},
		"words beside":       {at(12, 0): "Nguyễn Văn A"},
		"a name below":       {draw.Ref(1, first+20): "Người 3"},
		"another question":   {"A6": "Đề nghị xét, công nhận xã đạt chuẩn nông thôn mới nâng cao năm 2023"},
		"without a number":   {blankBallot(InventedCouncil(), inventedCases, "").numbered: ""},
		"of another sort":    {at(1, 0): "7"},
		"of another sitting": {"A7": "Hội đồng khác"},
		"far beyond":         {"XFD1": "x"},
	} {
		if _, err := read(changed(t, filled, cells)); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	if _, err := read([]byte("không phải bảng tính")); err == nil || !strings.Contains(err.Error(),
		"không đọc được tệp này") {
		t.Error(err)
	}
}

func TestReadHands(t *testing.T) {
	var blank bytes.Buffer
	c := InventedCouncil()
	if err := WriteHands(&blank, c, inventedCases, 10); err != nil {
		t.Fatal(err)
	}
	first := blankHands(c, inventedCases, 10).first
	fill := func(counts ...any) ([]byte, map[string]any) {
		cells := map[string]any{}
		for i, n := range counts {
			cells[draw.Ref([]int{handsForColumn, handsAgainstColumn, handsNoneColumn}[i%3], first+i/3)] = n
		}
		return changed(t, blank.Bytes(), cells), cells
	}
	good, _ := fill(10, 0, 0, 9, 1, 0, 7, 2, 1)
	got, err := ReadHands(t.Context(), "h.xlsx", good, c, inventedCases, 10)
	if err != nil || got.Results[1].For != 9 || got.Results[2].Invalid != 1 || got.Secret {
		t.Errorf("%+v, %v", got, err)
	}
	for want, counts := range map[string][]any{
		"cộng lại là 9, số có mặt là 10": {10, 0, 0, 9, 0, 0, 7, 2, 1},
		"đang giữ số 2,5":                {10, 0, 0, 9, 1, 0, 7, 2.5, 1},
		`đọc thấy "-1"`:                  {10, 0, 0, 9, 1, 0, 12, -1, -1},
		`đọc thấy "chín"`:                {10, 0, 0, "chín", 1, 0, 7, 2, 1},
		`đọc thấy ""`:                    {10, 0},
	} {
		data, _ := fill(counts...)
		if _, err := ReadHands(t.Context(), "h.xlsx", data, c, inventedCases, 10); err == nil ||
			!strings.Contains(err.Error(),
				want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// The minutes reckon what they say, and are the same twice.
func TestSittingMinutes(t *testing.T) {
	m := InventedSitting()
	var one, other bytes.Buffer
	if err := WriteMinutes(&one, m); err != nil {
		t.Fatal(err)
	}
	if err := WriteMinutes(&other, m); err != nil || !bytes.Equal(one.Bytes(), other.Bytes()) {
		t.Error("the same minutes are not the same bytes", err)
	}
	conclusions := func(m Minutes) string {
		var out bytes.Buffer
		if err := WriteMinutes(&out, m); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("Biên bản")
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, row := range rows {
			if n := len(row); n == len(councilGrid) && (row[n-1] == passes || row[n-1] == fallsOff ||
				strings.HasPrefix(row[n-1], chairs)) {
				words = append(words, row[n-1])
			}
		}
		return strings.Join(words, ", ")
	}
	if got := conclusions(m); got != "Đạt, Đạt, Chưa đạt" {
		t.Error(got)
	}
	m.Council.Rules.Proposal.Status = criteria.Doubtful
	if got := conclusions(m); got != "Chủ tịch kết luận, Chủ tịch kết luận, Chủ tịch kết luận" {
		t.Error(got)
	}
	m.Conclusions = map[string]*docket.Conclusion{m.Counted.Results[0].Key: {Yes: true, Chair: "Chủ tịch giả định"},
		m.Counted.Results[1].Key: {Chair: "Chủ tịch giả định"}}
	if got := conclusions(m); got != proposes+", "+declines+", Chủ tịch kết luận" {
		t.Error(got)
	}
	m.Council.Rules.Proposal.Status = criteria.Confirmed
	if got := conclusions(m); got != "Đạt, Đạt, Chưa đạt" { // where the rules decide none concludes
		t.Error(got)
	}
	m.Present = m.Present[:7]
	if got := conclusions(m); got != "Chưa đạt, Chưa đạt, Chưa đạt" { // 7 of 11 are no quorum
		t.Error(got)
	}
}

// The minutes tell what was assessed, with the reason for going on, and bear the day of
// the sitting.
func TestSittingMinutesTellTheReason(t *testing.T) {
	cases := slices.Clone(inventedCases)
	cases[0].Note = "9/19 tiêu chí; chưa rõ; lý do đưa ra hội đồng: lý do giả định"
	m := Minutes{Council: InventedCouncil(), Cases: cases, At: time.Date(2023, 11, 15, 0, 0, 0, 0, time.UTC),
		Counted: council.Counted{Results: []council.Result{{Key: "1", For: 10}, {Key: "2"}, {Key: "3"}}}}
	var out bytes.Buffer
	if err := WriteMinutes(&out, m); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Biên bản")
	if err != nil {
		t.Fatal(err)
	}
	words := fmt.Sprint(rows)
	for _, want := range []string{"Kết quả đánh giá: 9/19 tiêu chí; chưa rõ; lý do đưa ra hội đồng: lý do giả " +
		"định.", "Biên bản lập ngày 15/11/2023", "năm 2023"} {
		if !strings.Contains(words, want) {
			t.Errorf("they do not say %q: %s", want, words)
		}
	}
}

// Who was away signs nothing, and no paper says what is still to come: its day, or that the
// members agreed to it.
func TestPapersOfASittingSayNothingThatIsToCome(t *testing.T) {
	c := InventedCouncil()
	m := Minutes{Council: c, Cases: inventedCases, At: time.Date(2026, 11, 15, 0, 0, 0, 0, time.UTC),
		Counted: council.Counted{Results: []council.Result{{Key: "1"}, {Key: "2"}, {Key: "3"}}}}
	at := slices.IndexFunc(c.Members, func(m council.Member) bool { return m.Role == council.Secretary })
	if m.Writer() != "người ghi biên bản" {
		t.Errorf("without a secretary %q writes", m.Writer())
	}
	if at < 0 {
		at, c.Members[len(c.Members)-1].Role = len(c.Members)-1, council.Secretary
	}
	m.Present = []int{at}
	if m.Writer() != "thư ký" {
		t.Errorf("where the secretary sits %q writes", m.Writer())
	}
	words := func(write func(io.Writer) error) string {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows(book.GetSheetList()[0])
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(rows)
	}
	minutes := words(func(w io.Writer) error { return WriteMinutes(w, m) })
	if !strings.Contains(minutes, "trình các thành viên dự họp thông qua") || !strings.Contains(minutes, "THƯ KÝ") {
		t.Error(minutes)
	}
	c.Year = 2023
	for name, write := range map[string]func(io.Writer) error{
		"ballot": func(w io.Writer) error { return WriteBallot(w, c, inventedCases, "1") },
		"hands":  func(w io.Writer) error { return WriteHands(w, c, inventedCases, 3) },
	} {
		if got := words(write); strings.Contains(got, "tháng …… năm 2023") || !strings.Contains(got, "năm ……") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
