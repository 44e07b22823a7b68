package draw

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// work is a sheet for work on the screen, of so many columns of 100 points.
func work(p Page, columns int) *Sheet {
	p.Work = true
	s := &Sheet{Name: "Tờ", Page: p, Widths: make([]float64, columns)}
	for i := range s.Widths {
		s.Widths[i] = 100
	}
	return s
}

func TestScale(t *testing.T) {
	across := work(Page{Landscape: true, Across: 9}, 16)
	repeating := work(Page{Landscape: true, Across: 9}, 16)
	repeating.Head = Heads{Row: 1, Column: 1, Rightmost: 2}
	for _, c := range []struct {
		name  string
		sheet *Sheet
		want  int
	}{
		{"a paper fills its page", NewSheet("x", Page{}, 1), 100},
		{"work that has room", work(Page{}, 2), 100},
		{"work that is too wide", work(Page{}, 10), 51},
		{"the same in landscape", work(Page{Landscape: true}, 10), 75},
		{"two pages across", across, 94},
		{"the second with what it repeats", repeating, 75},
		{"a scale of its own", work(Page{Scale: 70}, 1), 70},
		{"all on one page", work(Page{Single: true}, 99), 100},
	} {
		if got := c.sheet.scale(); got != c.want {
			t.Errorf("%s: %d %%, want %d", c.name, got, c.want)
		}
	}
}

func TestPages(t *testing.T) {
	type page struct {
		scale, wide, tall uint
		fits              bool
		foot              string
	}
	for _, c := range []struct {
		name  string
		sheet *Sheet
		want  page
	}{
		{"a paper", NewSheet("x", Page{Footer: "xã A"}, 1), page{100, 1, 0, true, "xã A"}},
		{"a paper of one page", NewSheet("x", Page{Single: true, Footer: "xã A"}, 1), page{100, 1, 1, true, ""}},
		{"work", work(Page{Footer: "xã A", Middle: "Tờ"}, 10), page{51, 1, 1, false, "xã A, Tờ"}},
		{"work of one page", work(Page{Single: true, Footer: "xã A"}, 10), page{100, 1, 1, true, "xã A"}},
	} {
		file := painted(t, about, c.sheet)
		layout, props := must(file.GetPageLayout(c.sheet.Name)), must(file.GetSheetProps(c.sheet.Name))
		got := page{fits: props.FitToPage != nil && *props.FitToPage, scale: 100, wide: 1, tall: 1}
		for _, set := range []struct {
			from *int
			to   *uint
		}{{layout.FitToWidth, &got.wide}, {layout.FitToHeight, &got.tall}} {
			if set.from != nil {
				*set.to = uint(*set.from)
			}
		}
		if layout.AdjustTo != nil {
			got.scale = *layout.AdjustTo
		}
		if running := must(file.GetHeaderFooter(c.sheet.Name)); running != nil {
			var said []string
			for _, words := range []string{"xã A", "Tờ"} {
				if strings.Contains(running.OddFooter, words) {
					said = append(said, words)
				}
			}
			got.foot = strings.Join(said, ", ")
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Rows that grow as they are filled in break where the paper is full; the second
// page across begins where it is told to.
func TestBreaksOfWork(t *testing.T) {
	tall := work(Page{}, 1)
	for range 20 {
		tall.Gap(100)
	}
	if got := tall.pageBreaks(); cmp.Diff([]string{"A8", "A15"}, got) != "" {
		t.Errorf("%v", got)
	}
	tall.AddOpen(Blank(words))
	if got := tall.pageBreaks(); got != nil {
		t.Errorf("with a row that grows: %v", got)
	}
	if got := work(Page{Across: 3}, 9).pageBreaks(); cmp.Diff([]string{"C1"}, got) != "" {
		t.Errorf("across: %v", got)
	}
}

func TestPanesAndHeads(t *testing.T) {
	s := work(Page{}, 5)
	s.Widths[0] = 0
	s.Add(Text("nhóm", words))
	s.Add(Text("tên", words))
	s.Head = Heads{First: 1, Row: 2, Column: 1, Rightmost: 2}
	s.Frozen, s.Filter, s.Texts = "C3", "A2:E2", "A1:E2"
	file := painted(t, about, s)
	panes := must(file.GetPanes("Tờ"))
	if panes.TopLeftCell != "C3" || panes.XSplit != 2 || panes.YSplit != 2 || panes.ActivePane != "bottomRight" {
		t.Errorf("%+v", panes)
	}
	if seen := must(file.GetColVisible("Tờ", "A")); seen {
		t.Error("a hidden column is seen")
	}
	repeated := ""
	for _, n := range file.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			repeated = n.RefersTo
		}
	}
	if repeated != "'Tờ'!$A:$B,'Tờ'!$1:$2" {
		t.Errorf("every page repeats %s", repeated)
	}
}
