package papers

import (
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Entry is a commune's line in the index of many dossiers.
type Entry struct {
	File   string       `json:"file"`  // its workbook, in the folder of the index
	Code   string       `json:"code"`  // "" for a commune outside the lists
	Title  string       `json:"title"` // "xã Quảng Trung, huyện …"
	Year   int          `json:"year"`
	Levels []EntryLevel `json:"levels"`
	// NationOnly says why the office's own packs were not judged by, "" where they were.
	NationOnly string `json:"nation_only,omitempty"`
}

// EntryLevel is how far a commune has come on a level.
type EntryLevel struct {
	Level   criteria.Level `json:"level"`
	Verdict assess.Verdict `json:"verdict"`
	Draft   bool           `json:"draft"`
	// How many are met, of how many: "19/19 tiêu chí".
	Criteria   string `json:"-"`
	Indicators string `json:"-"`
}

// NewEntry is the line of an assessment whose workbook is the file.
func NewEntry(file string, a *assess.Assessment) Entry {
	levels := list.Map(a.Levels, func(l assess.Level) EntryLevel {
		return EntryLevel{l.Level, l.Verdict, l.Draft, fmt.Sprintf("%d/%d tiêu chí", l.CriteriaMet, l.CriteriaTotal),
			fmt.Sprintf("%d/%d chỉ tiêu", l.IndicatorsMet, l.IndicatorsTotal)}
	})
	return Entry{file, a.Commune.Code, a.Commune.Title(), a.Year, levels, a.Criteria.NationOnly}
}

func (e *Entry) level(wanted criteria.Level) *EntryLevel {
	if i := slices.IndexFunc(e.Levels, func(l EntryLevel) bool { return l.Level == wanted }); i >= 0 {
		return &e.Levels[i]
	}
	return nil
}

// WriteIndex writes the index of many dossiers: a workbook of one sheet, a line
// for each commune in the order given, which leads to the commune's workbook.
func WriteIndex(w io.Writer, entries []Entry, at time.Time) error {
	const name = "Danh mục hồ sơ"
	levels := levelsOf(entries)
	proportions := []float64{7, 11, 36, 9}
	for range levels {
		proportions = append(proportions, 23, 23)
	}
	s := draw.NewSheet(name, draw.Page{Landscape: true, Footer: name}, append(proportions, 16)...)
	s.Line("DANH MỤC HỒ SƠ ĐỀ NGHỊ XÉT, CÔNG NHẬN", look.Title)
	s.Line(fmt.Sprintf("%d hồ sơ, lập ngày %s", len(entries), vi.Date(at)), look.Subtitle)
	s.Line(eligible(entries, levels), look.Remark)
	if i := slices.IndexFunc(entries, func(e Entry) bool { return e.NationOnly != "" }); i >= 0 {
		s.Line("Chú ý: "+entries[i].NationOnly+".", look.Remark)
	}
	s.Gap(12)
	titles := []string{"TT", "Mã xã", "Xã", "Năm"}
	for _, l := range levels {
		titles = append(titles, "Xã "+l.Title()+": kết luận", "Số đạt")
	}
	s.Head.Row = s.AddHead(look.Heads(append(titles, "Hồ sơ")...)...)
	for i := range entries {
		e := &entries[i]
		centred := look.Body.Centred()
		cells := []draw.Cell{look.Int(i+1, centred), look.Mid(e.Code), look.Text(vi.Capital(e.Title)),
			look.Int(e.Year, centred)}
		for _, l := range levels {
			cells = append(cells, e.cells(l)...)
		}
		s.Add(append(cells, look.ToFile(e.File, look.Mid("Mở hồ sơ")))...)
	}
	return Write(w, draw.About{Title: name, Author: "ntm", At: at}, "", s)
}

// cells are the verdict on a level and its counts.
func (e *Entry) cells(wanted criteria.Level) []draw.Cell {
	l := e.level(wanted)
	if l == nil {
		return []draw.Cell{look.Mid("–"), look.Mid("–")}
	}
	words := l.Verdict.Word()
	if l.Draft {
		words += " (dự thảo)"
	}
	return []draw.Cell{draw.Text(vi.Capital(words), look.Body.Centred().InBold()),
		look.Mid(l.Criteria + "\n" + l.Indicators)}
}

// levelsOf is the levels that some entry has.
func levelsOf(entries []Entry) []criteria.Level {
	return list.Where(criteria.Levels, func(l criteria.Level) bool {
		return slices.ContainsFunc(entries, func(e Entry) bool { return e.level(l) != nil })
	})
}

// eligible says how many communes are eligible for each level.
func eligible(entries []Entry, levels []criteria.Level) string {
	return vi.Capital(assess.Eligible.Word()) + ": " + vi.List("; ", levels, func(wanted criteria.Level) string {
		count, of := 0, 0
		for k := range entries {
			if l := entries[k].level(wanted); l != nil {
				of++
				if l.Verdict == assess.Eligible {
					count++
				}
			}
		}
		return fmt.Sprintf("xã %s %d/%d", wanted.Title(), count, of)
	})
}
