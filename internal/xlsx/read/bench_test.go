package read

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The wide sheet of every commune of the country: numbers, rates shown as
// percentages, texts shared by their cells and texts of their own.
func BenchmarkWide(b *testing.B) {
	const rows, columns = 10_597, 160
	data := wide(b, rows, columns)
	b.ReportAllocs()
	b.ReportMetric(float64(len(data))/(1<<20), "MB/file")
	for b.Loop() {
		book, err := Read(b.Context(), "rong.xlsx", bytes.NewReader(data), int64(len(data)))
		if err != nil {
			b.Fatal(err)
		}
		cells := 0
		if err := book.Sheets[0].Each(func(r Row) error { cells += len(r.Cells); return nil }); err != nil {
			b.Fatal(err)
		}
		if cells != rows*columns {
			b.Fatalf("read %d cells", cells)
		}
	}
}

func wide(tb testing.TB, rows, columns int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
	if err != nil {
		tb.Fatal(err)
	}
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for r := 1; r <= rows; r++ {
		cells := make([]any, columns)
		for c := range cells {
			switch c % 4 {
			case 0:
				cells[c] = r*columns + c
			case 1:
				cells[c] = excelize.Cell{StyleID: percent, Value: float64(r%100) / 97}
			case 2:
				cells[c] = "538.336"
			case 3:
				cells[c] = "Xã giả định " + Ref(1, r)
			}
		}
		if err := w.SetRow(Ref(1, r), cells); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
