package papers

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

// What the minutes conclude of a vote, whatever is known of the rules: a conclusion is a
// formula where a rule is sure, else the word of the chairman.
func TestMinutesUnderEveryRule(t *testing.T) {
	sure := func(n int64) council.Rule {
		return council.Rule{Value: decimal.NewFromInt(n), Status: criteria.Seen, Source: "nguồn giả định"}
	}
	unsure := council.Rule{Value: decimal.NewFromInt(70), Status: criteria.Recalled}
	for _, c := range []struct {
		name             string
		quorum, proposal council.Rule
		present, yes     int
		want             string
		formulas         int // conditions of the conclusion's formula
		says             string
	}{
		{"both rules, reached", sure(70), sure(90), 10, 9, passes, 2, "≥"},
		{"both rules, too few agree", sure(70), sure(90), 10, 8, fallsOff, 2, ""},
		{"both rules, too few sit", sure(70), sure(90), 7, 7, fallsOff, 2, ""},
		{"no quorum known", council.Rule{}, sure(90), 10, 9, chairs, 1, "chủ tịch hội đồng kết luận"},
		{"no quorum known, too few agree", council.Rule{}, sure(90), 10, 8, fallsOff, 1, "chưa biết"},
		{"no share known", sure(70), council.Rule{}, 10, 10, chairs, 1, "chưa biết"},
		{"no share known, too few sit", sure(70), council.Rule{}, 7, 7, fallsOff, 1, ""},
		{"a share from memory", sure(70), unsure, 10, 10, chairs, 1, criteria.Recalled.OnPaper()},
		{"nothing known", council.Rule{}, council.Rule{}, 10, 10, chairs, 0, "chưa biết"},
		{"nobody agrees", council.Rule{}, council.Rule{}, 10, 0, fallsOff, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := InventedSitting()
			m.Council.Rules = council.Rules{Quorum: c.quorum, Proposal: c.proposal}
			m.Present, m.Cases = m.Present[:c.present], m.Cases[:1]
			m.Counted.Results = []council.Result{{Key: "1", For: c.yes, Against: c.present - c.yes}}
			book := xlsxtest.Open(t, written(t, func(w io.Writer) error { return WriteMinutes(w, m) }))
			cell := book.Column("Biên bản", "Kết luận") +
				strings.TrimLeft(book.Find("Biên bản", "Xã Một, tỉnh Giả Định"),
					"ABCDEFGHIJ")
			formula := book.Formula("Biên bản", cell)
			if got := book.Raw("Biên bản", cell); got != c.want || strings.Count(formula, ">0,") != c.formulas {
				t.Errorf("%s by %q, want %s by %d conditions", got, formula, c.want, c.formulas)
			}
			if !book.Says("Biên bản", c.says) && c.says != "≥" {
				t.Errorf("they do not say %q", c.says)
			}
		})
	}
}

// What the minutes count: members, those who sit, the votes and their share.
func TestMinutesCount(t *testing.T) {
	for _, secret := range []bool{true, false} {
		m := InventedSitting()
		m.Counted.Secret = secret
		book := xlsxtest.Open(t, written(t, func(w io.Writer) error { return WriteMinutes(w, m) }))
		const sheet = "Biên bản"
		for name, want := range map[string]string{"Tổng số thành viên": "11", "Số thành viên có mặt": "10"} {
			cell := xlsxtest.Beside(book.Find(sheet, name), 5)
			if book.Raw(sheet, cell) != want || !strings.HasPrefix(book.Formula(sheet, cell), "COUNT") {
				t.Errorf("%s: %s by %q, want %s", name, book.Raw(sheet, cell), book.Formula(sheet, cell), want)
			}
		}
		row := strings.TrimLeft(book.Find(sheet, "Xã Ba, tỉnh Giả Định"), "ABCDEFGHIJ")
		none := map[bool]string{true: "Không hợp lệ", false: "Không biểu quyết"}[secret]
		for head, want := range map[string]string{"Đồng ý": "8", "Không đồng ý": "1", none: "1",
			"Tỷ lệ đồng ý trên số có mặt": "80"} {
			if got := book.Raw(sheet, book.Column(sheet, head)+row); got != want {
				t.Errorf("secret %v: %s: %s, want %s", secret, head, got, want)
			}
		}
		for words, want := range map[string]bool{"bằng phiếu kín": secret, "giơ tay": !secret,
			"Số phiếu phát ra: 10; thu về: 10": true, "- =cmd()": true, "III. LÝ DO KHÔNG ĐỒNG Ý": true,
			"CHỦ TỊCH HỘI ĐỒNG": true, "=1+1:": true} {
			if book.Says(sheet, words) != want {
				t.Errorf("secret %v: %q stands: %v", secret, words, !want)
			}
		}
	}
}

// Without a reason given, the minutes have no part for reasons.
func TestMinutesWithoutReasons(t *testing.T) {
	m := InventedSitting()
	for i := range m.Counted.Results {
		m.Counted.Results[i].Reasons = nil
	}
	if xlsxtest.Open(t, written(t, func(w io.Writer) error { return WriteMinutes(w, m) })).Says("Biên bản", "III.") {
		t.Error("a part for reasons that nobody gave")
	}
}

func written(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A paper of another sitting, or none, is refused for what it is.
func TestPapersThatAreOthers(t *testing.T) {
	c := InventedCouncil()
	hands := written(t, func(w io.Writer) error { return WriteHands(w, c, inventedCases, 10) })
	minutes := written(t, func(w io.Writer) error { return WriteMinutes(w, InventedSitting()) })
	for name, data := range map[string][]byte{"hands for a ballot": hands, "minutes": minutes, "nothing": nil} {
		if _, err := ReadBallot(t.Context(), "p.xlsx", data, c, inventedCases); err == nil ||
			!strings.Contains(err.Error(), fmt.Sprintf("không đọc được tệp này như một tờ %q", BallotName)) {
			t.Errorf("%s read as a ballot: %v", name, err)
		}
	}
	for name, data := range map[string][]byte{"a ballot for hands": ballot(t, "AAAA"), "text": []byte("x")} {
		if _, err := ReadHands(t.Context(), "p.xlsx", data, c, inventedCases, 10); err == nil ||
			!strings.Contains(err.Error(), fmt.Sprintf("không đọc được tệp này như một tờ %q", handsName)) {
			t.Errorf("%s read as hands: %v", name, err)
		}
	}
	for name, other := range map[string]struct {
		cases   []council.Case
		present int
	}{"other communes": {inventedCases[1:], 10}, "more communes": {append(inventedCases[:3:3],
		council.Case{Key: "4", Title: "xã Bốn"}), 10}, "other members present": {inventedCases, 9}} {
		filled := changed(t, hands, map[string]any{})
		if _, err := ReadHands(t.Context(), "p.xlsx", filled, c, other.cases, other.present); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
