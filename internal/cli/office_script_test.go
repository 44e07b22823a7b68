package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/yamldoc"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// invent writes a report of invented figures for a commune:
//
//	invent gia-dinh.json 16492 2023          as the invented commune reports
//	invent gia-dinh.json 16492 2024 worse    where nothing reaches anything any more
func invent(ts *testscript.TestScript, _ bool, given []string) {
	r := new(commune.Report)
	ts.Check(yamldoc.Read("../../testdata/xa-gia-dinh-2023.yaml", r))
	r.Commune = commune.Where{Code: given[1]}
	n, err := decimal.NewFromString(given[2])
	ts.Check(err)
	r.Year = int(n.IntPart())
	r.Recognitions = nil
	if len(given) > 3 {
		for i := range r.Figures {
			f := &r.Figures[i]
			switch m := f.Measure.(type) {
			case commune.Answer:
				f.Measure = commune.Answer(false)
			case commune.Number:
				if f.ID != "multidimensional_poverty_rate" {
					f.Measure = commune.Number{}
				}
			case commune.Rate:
				f.Measure = commune.Rate{Denominator: m.Denominator}
			}
		}
	}
	text, err := r.JSON()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(given[0]), text, 0o600))
}

// ballotsIn are the ballots of a folder, by number.
func ballotsIn(ts *testscript.TestScript, folder string) []string {
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(folder), "*.xlsx"))
	ts.Check(err)
	slices.Sort(files)
	return files
}

// vote marks ballots, each by a word of a letter a commune: y for, n against, b
// both, - none:
//
//	vote phieu yyn yyy
func vote(ts *testscript.TestScript, _ bool, given []string) {
	files := ballotsIn(ts, given[0])
	if len(files) != len(given)-1 {
		ts.Fatalf("%d ballots, %d votes", len(files), len(given)-1)
	}
	for i, file := range files {
		fill(ts, file, func(book *excelize.File, sheet string, row, k int) {
			mark := given[i+1][k]
			set := func(cell, words string) { ts.Check(book.SetCellStr(sheet, cell, words)) }
			if mark == 'y' || mark == 'b' {
				set(cellAt(5, row), "x")
			}
			if mark == 'n' || mark == 'b' {
				set(cellAt(7, row), "X")
				set(cellAt(8, row), "chưa yên tâm về nước sạch")
			}
		})
	}
}

// says looks for words in the cells of a workbook, or of the first workbook of a folder:
//
//	says phieu words
func says(ts *testscript.TestScript, neg bool, given []string) {
	file := ts.MkAbs(given[0])
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		file = ballotsIn(ts, given[0])[0]
	}
	book, err := excelize.OpenFile(file)
	ts.Check(err)
	defer book.Close() //nolint:errcheck // opened for reading
	found := false
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		for _, row := range rows {
			found = found || strings.Contains(strings.Join(row, "\n"), given[1])
		}
	}
	if found == neg {
		ts.Fatalf("%s: %q said: %v", file, given[1], found)
	}
}

// spoil changes a ballot beside its boxes, or copies it, and undoes that:
//
//	spoil phieu words
//	spoil phieu twice
//	spoil phieu undo
func spoil(ts *testscript.TestScript, _ bool, given []string) {
	files := ballotsIn(ts, given[0])
	file := files[len(files)-1]
	double, kept := filepath.Join(filepath.Dir(file), "a-ban-sao.xlsx"), filepath.Join(filepath.Dir(file), "kept")
	whole, err := os.ReadFile(file)
	ts.Check(err)
	switch given[1] {
	case "twice":
		ts.Check(os.WriteFile(double, whole, 0o600))
		return
	case "undo":
		_ = os.Remove(double)
		if whole, err = os.ReadFile(kept); err == nil {
			ts.Check(os.WriteFile(file, whole, 0o600))
		}
		return
	}
	ts.Check(os.WriteFile(kept, whole, 0o600))
	fill(ts, file, func(book *excelize.File, sheet string, row, k int) {
		if k == 0 {
			ts.Check(book.SetCellStr(sheet, cellAt(2, row), "xã Khác"))
		}
	})
}

func cellAt(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

// fill visits the rows of the communes on a ballot.
func fill(ts *testscript.TestScript, file string, visit func(book *excelize.File, sheet string, row, k int)) {
	book, err := excelize.OpenFile(file)
	ts.Check(err)
	sheet := book.GetSheetName(0)
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	k, in := 0, false
	for i, row := range rows {
		switch {
		case len(row) > 0 && row[0] == "TT":
			in = true
		case in && (len(row) == 0 || strings.Trim(row[0], "0123456789") != ""):
			in = false
		case in:
			visit(book, sheet, i+1, k)
			k++
		}
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// opine writes a word of every indicator under "Kết quả thẩm định" into a dossier, as
// a department does before it gives it back:
//
//	opine ho-so.xlsx 'Biểu NTM' Đạt
func opine(ts *testscript.TestScript, _ bool, given []string) {
	book, err := excelize.OpenFile(ts.MkAbs(given[0]))
	ts.Check(err)
	rows, err := book.GetRows(given[1])
	ts.Check(err)
	column := 0
	for i, row := range rows {
		switch {
		case slices.Contains(row, "Kết quả thẩm định"):
			column = slices.Index(row, "Kết quả thẩm định") + 1
		case column > 0 && len(row) > 2 && row[0] != "" && strings.Trim(row[0], "0123456789.") == "" &&
			row[2] != "Cả tiêu chí":
			ts.Check(book.SetCellStr(given[1], cellAt(column, i+1), given[2]))
		}
	}
	if column == 0 {
		ts.Fatalf("sheet %s has no column of appraisal", given[1])
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// tick ticks the thresholds of a lawbook whose key begins with the words given, as an
// office does with an invented decision in hand:
//
//	tick doi-chieu.xlsx 'nang-cao/10#'
func tick(ts *testscript.TestScript, _ bool, given []string) {
	const sheet = "Đối chiếu"
	book, err := excelize.OpenFile(ts.MkAbs(given[0]))
	ts.Check(err)
	rows, err := book.GetRows(sheet)
	ts.Check(err)
	set := func(column, row int, words string) { ts.Check(book.SetCellStr(sheet, cellAt(column+1, row+1), words)) }
	head := map[string]string{
		"ntm:head.decision": "26/QĐ-GIẢ-ĐỊNH", "ntm:head.date": "15/03/2022", "ntm:head.article": "Phụ lục II",
		"ntm:head.by": "Người Thử", "ntm:head.on": "20/04/2022",
	}
	ticks := -1
	for i, row := range rows {
		for j, words := range row {
			if word := head[words]; word != "" {
				set(j, i+2, word)
			}
		}
		ticks = max(ticks, slices.Index(row, "ntm:tick"))
		if ticks >= 0 && strings.HasPrefix(row[0], given[1]) {
			set(ticks, i, "x")
		}
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}

// typein types into cells of a workbook's first sheet, as an official does:
//
//	typein bang.xlsx E7 NTM G7 1/QĐ
func typein(ts *testscript.TestScript, _ bool, given []string) {
	book, err := excelize.OpenFile(ts.MkAbs(given[0]))
	ts.Check(err)
	for i := 1; i+1 < len(given); i += 2 {
		ts.Check(book.SetCellStr(book.GetSheetName(0), given[i], given[i+1]))
	}
	ts.Check(book.Save())
	ts.Check(book.Close())
}
