package papers_test

import (
	"fmt"
	"io"
	"testing"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/papers"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

const ballot, minutes = papers.BallotName, papers.TallyName

// rules are a council's, both of one status.
func rules(quorum, proposal string, status criteria.Status) council.Rules {
	rule := func(v string) council.Rule {
		return council.Rule{Value: decimal.RequireFromString(v), Status: status, Source: "quy chế giả định"}
	}
	return council.Rules{Quorum: rule(quorum), Proposal: rule(proposal)}
}

// doubtful rules are known and not checked.
var doubtful = rules("70", "90", criteria.Doubtful)

// blank is a workbook of a blank ballot and a blank tally.
func blank(t *testing.T, r council.Rules) []byte {
	t.Helper()
	p := &papers.Proposal{Commune: "xã Giả Định, tỉnh Giả Định", Level: criteria.KieuMau, Year: 2023, Signed: 2023,
		Rules: r}
	return paper(t, func(w io.Writer) error {
		return papers.Write(w, draw.About{At: papers.InventedSitting().At}, "", papers.Ballot(p), papers.Tally(p))
	})
}

func TestBallotIsSecret(t *testing.T) {
	w := xlsxtest.Open(t, blank(t, doubtful))
	for _, words := range []string{"Đồng ý", "Không đồng ý", "công nhận xã Giả Định", "kiểu mẫu năm 2023",
		"HỘI ĐỒNG THẨM ĐỊNH", "không ký vào phiếu"} {
		if !w.Says(ballot, words) {
			t.Errorf("the ballot does not say %q", words)
		}
	}
	if w.Says(ballot, "Ký, ghi rõ") {
		t.Error("the ballot asks for a signature")
	}
}

// What is filled in is open and marked, all else is locked without a password.
func TestMinutesAreAForm(t *testing.T) {
	for name, c := range map[string]struct {
		rules council.Rules
		open  int
	}{
		"rules nobody checked": {doubtful, 13},
		"rules that are sure":  {rules("70", "90", criteria.Seen), 11},
		"no rules at all":      {council.Rules{}, 13},
	} {
		w := xlsxtest.Open(t, blank(t, c.rules))
		open := 0
		for row := 1; row < 60; row++ {
			id, err := w.GetCellStyle(minutes, fmt.Sprint("G", row))
			if err != nil {
				t.Fatal(err)
			}
			style, err := w.GetStyle(id)
			if err != nil {
				t.Fatal(err)
			}
			if style.Protection != nil && !style.Protection.Locked {
				open++
			}
		}
		if open != c.open {
			t.Errorf("%s: %d cells are open, want %d", name, open, c.open)
		}
		if p, err := w.GetSheetProtection(minutes); err != nil || !p.SelectUnlockedCells || p.Password != "" {
			t.Errorf("%s: the minutes are not protected, or by a password: %v", name, err)
		}
	}
}

// Each rule says what is known of it.
func TestRulesSayTheirStatus(t *testing.T) {
	for name, c := range map[string]struct {
		rules council.Rules
		words string
	}{
		"doubtful": {doubtful, "Mức 90 % chưa đối chiếu"},
		"seen":     {rules("70", "90", criteria.Seen), "Theo nguồn đã công bố"},
		"none":     {council.Rules{}, "Chưa biết mức"},
	} {
		if !xlsxtest.Open(t, blank(t, c.rules)).Says(minutes, c.words) {
			t.Errorf("%s: the minutes do not say %q", name, c.words)
		}
	}
}

// The council's papers print at full size, with room to sign under the minutes.
func TestCouncilPapersFitTheirPage(t *testing.T) {
	const page = 257 / 25.4 * 72 // with room for signatures among the rows
	w := xlsxtest.Open(t, blank(t, doubtful))
	for sheet, room := range map[string]float64{ballot: page, minutes: page} {
		rows, err := w.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		used := 0.0
		for i := range rows {
			height, err := w.GetRowHeight(sheet, i+1)
			if err != nil {
				t.Fatal(err)
			}
			used += height
		}
		if used > room {
			t.Errorf("%s: rows of %.0f points, the page has room for %.0f", sheet, used, room)
		}
	}
}
