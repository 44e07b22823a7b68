package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/problem"
	"ntm/internal/xlsx/read"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var kind = Kind{
	Columns: []Column{{ID: "code", Heads: []string{"ma xa"}, Must: true, Numbers: true},
		{ID: "day", Heads: []string{"ngay"}, Numbers: true}, {ID: "note", Heads: []string{"ghi chu", "y kien"}}},
	Most: 1000, Missing: "không thấy cột Mã xã", Hint: "cần cột Mã xã", Words: "ghi bằng chữ",
}

// lines are the rows of a list, one text each.
func lines(t *testing.T, file string) (out []string, wrong problem.List, err error) {
	t.Helper()
	wrong, err = Read(t.Context(), file, kind, func(r *Row) {
		out = append(out, fmt.Sprintf("%s|%s|%s", r.Text("code"), r.Text("day"), r.Text("note")))
	})
	return out, wrong, err
}

func written(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestCSV(t *testing.T) {
	for _, tt := range []struct{ text, want, wrong string }{
		{"Mã xã;Ngày;Ghi chú\n16492;15/11/2019;giả định\n;;\n16495;;\n",
			"16492|15/11/2019|giả định 16495||", ""},
		{"Danh sách giả định;;\nghi chú;TT;MÃ XÃ\nb;1;16492\n", "16492||b", ""},
		{"Mã xã,Ngày\n16492,1,2\n", "", "dòng 2: dòng này có 3 ô, dòng tiêu đề có 2"},
		{"Xã;Ngày\n16492;1\n", "", "không thấy cột Mã xã"},
		{"", "", "tệp trống"},
	} {
		got, wrong, err := lines(t, written(t, "a.csv", tt.text))
		if err != nil {
			wrong = problem.Of(err)
		}
		if strings.Join(got, " ") != tt.want || !strings.Contains(wrong.Error(), tt.wrong) ||
			(tt.wrong == "") != (len(wrong) == 0) {
			t.Errorf("%q: %q, %v", tt.text, got, wrong)
		}
	}
	if _, _, err := lines(t, "khong-co.csv"); err == nil {
		t.Error("a file that is not there is read")
	}
}

// Days and numbers are read as a person reads them, on either count of days; what is not plain
// is asked about with its cell, and its row is not handed over.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "Bìa"))
	_, err := f.NewSheet("Xã")
	must(err)
	for i, row := range [][]any{{"Ghi chú", "Mã xã", "Ngày"}, {"một", 16492, time.Date(2019, 11, 15, 0, 0, 0, 0,
		time.UTC)}, {12, 16495, ""}, {"ba", 16498, 2019}, {"", true, ""}} {
		must(f.SetSheetRow("Xã", fmt.Sprintf("A%d", i+1), &row))
	}
	must(f.MergeCell("Xã", "A4", "A6"))
	file := filepath.Join(t.TempDir(), "a.xlsx")
	must(f.SaveAs(file))
	got, wrong, err := lines(t, file)
	must(err)
	if diff := cmp.Diff([]string{"16492|15/11/2019|một"}, got); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{`trang tính "Xã", ô A3: ô này giữ "12", không phải chữ`,
		`ô A4: ô này gộp với ô khác (A4:A6) nên không rõ "ba"`, `ô B5: ô này giữ "TRUE"`} {
		if !strings.Contains(wrong.Error(), want) {
			t.Errorf("%q is not in %v", want, wrong)
		}
	}
}

// What a formula of a list comes to must be there to be read.
func TestFormulas(t *testing.T) {
	s := table{kind: &kind, file: "tv.xlsx", sheet: "a", merged: &read.Merged{}}
	for _, k := range []read.Kind{read.Uncomputed, read.Error} {
		if err := s.unclear(read.Cell{Kind: k, Text: "#N/A"}, "#N/A", 0, 2, true); err == nil {
			t.Errorf("kind %d is taken", k)
		}
	}
	if err := s.unclear(read.Cell{Kind: read.Text, Text: "A", Formula: true}, "A", 0, 2, false); err != nil {
		t.Error(err)
	}
	if got := s.number(read.Cell{Kind: read.Number, Text: "1E1"}); got != "10" {
		t.Error(got)
	}
}

// A problem of a row names the cell of the column, and the row where there is no such column.
func TestProblem(t *testing.T) {
	_, err := Read(t.Context(), written(t, "a.csv", "Mã xã\n1\n"), kind, func(r *Row) {
		if got := r.Problem("note", "a", "b").Error(); !strings.HasSuffix(got, "dòng 2: a") {
			t.Error(got)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
