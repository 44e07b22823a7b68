package papers_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/papers"
	"ntm/internal/provincial"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

func paper(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A province that is invented.
func inventedProvince(communes int) *provincial.Summary {
	all := func(year int) (out []provincial.Commune) {
		for i := range communes {
			value := assess.Number{Decimal: decimal.New(int64(1000+i*year), -1)}
			c := provincial.Commune{Code: fmt.Sprint(i), Name: fmt.Sprintf("Xã %d", i),
				District: fmt.Sprintf("Huyện %d", i%4), Province: "Giả Định",
				Held: []criteria.Level{"", criteria.NTM, criteria.NangCao}[i%3],
				Brief: assess.Brief{Capital: []assess.BriefCapital{{Source: commune.People, Value: &value},
					{Source: commune.Central, Value: &value}}}}
			for _, level := range []criteria.Level{criteria.NTM, criteria.NangCao} {
				l := assess.BriefLevel{Level: level, Standard: "bộ giả định",
					Verdict: []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}[(i+year)%3],
					Draft:   i%2 == 0, Counts: assess.Counts{CriteriaTotal: 19}}
				for k := range 19 {
					o := []assess.Outcome{assess.Met, assess.NotMet, assess.Undetermined, assess.Met}[(i*k+year)%4]
					if o == assess.Met {
						l.CriteriaMet++
					}
					l.Criteria = append(l.Criteria, assess.BriefOutcome{No: fmt.Sprint(k + 1), Outcome: o})
				}
				c.Brief.Levels = append(c.Brief.Levels, l)
			}
			out = append(out, c)
		}
		return out
	}
	return provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023, Listed: 40}, all(2023),
		all(2022), func(_, no string) string { return "Tiêu chí " + no })
}

// The minutes of a sitting and the report of a province reckon what they say.
func TestOfficePapersRecalculated(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	at := time.Date(2024, 1, 5, 2, 0, 0, 0, time.UTC)
	sitting, province := papers.InventedSitting(), inventedProvince(30)
	unsure := papers.InventedSitting()
	unsure.Council.Rules.Proposal.Status = criteria.Doubtful
	report := paper(t, func(w io.Writer) error { return papers.WriteReport(w, province, at) })
	if again := paper(t, func(w io.Writer) error {
		return papers.WriteReport(w, inventedProvince(30),
			at)
	}); !bytes.Equal(report, again) {
		t.Error("the same report is not the same bytes")
	}
	xlsxtest.Recalculates(t, map[string][]byte{
		"minutes":        paper(t, func(w io.Writer) error { return papers.WriteMinutes(w, sitting) }),
		"minutes-unsure": paper(t, func(w io.Writer) error { return papers.WriteMinutes(w, unsure) }),
		"hands": paper(t, func(w io.Writer) error {
			return papers.WriteHands(w, sitting.Council,
				sitting.Cases, 10)
		}),
		"report": report,
	}, 3)
}

// A ballot that LibreOffice saved is still that ballot.
func TestBallotSavedAnew(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	dir := t.TempDir()
	m := papers.InventedSitting()
	book, err := excelize.OpenReader(bytes.NewReader(paper(t,
		func(w io.Writer) error { return papers.WriteBallot(w, m.Council, m.Cases, "AAAA-BBBB-CCCC-DDDD") })))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && (row[0] == "1" || row[0] == "3") {
			if err := book.SetCellStr(book.GetSheetName(0), fmt.Sprintf("E%d", i+1), "x"); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(dir, "phieu.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(readers.Save(t, readers.XLSX, filepath.Join(dir, "saved"), path)[0])
	if err != nil {
		t.Fatal(err)
	}
	b, err := papers.ReadBallot(t.Context(), "phieu.xlsx", data, m.Council, m.Cases)
	if err != nil || b.Number != "AAAA-BBBB-CCCC-DDDD" || b.Votes[0].For != "x" || b.Votes[1].For != "" ||
		b.Votes[2].For != "x" {
		t.Errorf("%+v, %v", b, err)
	}
}
