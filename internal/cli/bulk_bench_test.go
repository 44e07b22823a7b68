package cli

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/places"
	"ntm/internal/yamldoc"
)

// What these benchmarks read is invented and seeded; only the communes' names
// are real.

// inventedForms fills a form for each of so many communes in a folder.
func inventedForms(b *testing.B, folder string, count int) {
	b.Helper()
	lib := criteria.Embedded()
	var model commune.Report
	if err := yamldoc.Read("../../testdata/xa-gia-dinh-2023.yaml", &model); err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i, place := range ruralUnits()[:count] {
		report := model
		report.Commune = commune.Where{Code: place.Code}
		report.Figures = append([]commune.Figure{}, model.Figures...)
		for k := range report.Figures {
			if f := &report.Figures[k]; f.ID == "income_per_capita" {
				f.Value = &commune.Value{Decimal: f.Value.Add(decimal.NewFromInt(random.Int64N(2)))}
			}
		}
		plan, err := form.NewPlan(lib, 2023, criteria.KieuMau, &place, nil)
		if err != nil {
			b.Fatal(err)
		}
		file, err := os.Create(filepath.Join(folder, fmt.Sprintf("gia-dinh-%04d.xlsx", i)))
		if err != nil {
			b.Fatal(err)
		}
		if err := form.Write(file, plan, &report, time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)); err != nil {
			b.Fatal(err)
		}
		if err := file.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// ruralUnits is every xã before the reform.
func ruralUnits() []places.Place {
	var out []places.Place
	for _, p := range places.On(time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)).All() {
		if p.Rural() {
			out = append(out, p)
		}
	}
	return out
}

// inventedWide fills a wide sheet of so many rows and every figure there is: a
// row for each xã of a year, then of the year before it, beginning with the first.
func inventedWide(b *testing.B, first, rows int, add func([]string)) {
	b.Helper()
	figures := criteria.Embedded().FigureList
	head := []string{"ntm:code", "ntm:year"}
	for _, f := range figures {
		if f.ID != commune.SatisfactionFigure {
			head = append(head, f.ID)
		}
	}
	add(head)
	random := rand.New(rand.NewPCG(3, uint64(4+first)))
	all := ruralUnits()
	for k := range rows {
		i := first + k
		row := []string{all[i%len(all)].Code, fmt.Sprint(2023 - i/len(all))}
		for _, f := range figures {
			switch {
			case f.ID == commune.SatisfactionFigure:
			case f.ID == commune.SmartFigure || f.ID == commune.FieldsFigure:
				row = append(row, "Giả Định 1; Giả Định 2")
			case f.Unit == criteria.Declared:
				row = append(row, []string{"Đạt", "Chưa đạt", "x", ""}[random.IntN(4)])
			case f.Unit == criteria.Grade:
				row = append(row, criteria.Grades[random.IntN(4)])
			case f.Numerator != "" && random.IntN(2) == 0:
				row = append(row, fmt.Sprintf("%d/%d", random.IntN(1000), 1000+random.IntN(1000)))
			case f.Unit == criteria.Percent:
				row = append(row, fmt.Sprintf("%d,%d", random.IntN(100), random.IntN(10)))
			default:
				row = append(row, fmt.Sprint(random.IntN(100)))
			}
		}
		add(row)
	}
}

func inventedCSV(b *testing.B, path string, first, rows int) {
	b.Helper()
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	out.Comma = ';'
	inventedWide(b, first, rows, func(row []string) { _ = out.Write(row) })
	out.Flush()
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
}

func inventedXLSX(b *testing.B, path string, rows int) {
	b.Helper()
	file := excelize.NewFile()
	stream, err := file.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	number := 0
	inventedWide(b, 0, rows, func(row []string) {
		number++
		cells := make([]any, len(row))
		for i, text := range row {
			cells[i] = text
			if n, err := decimal.NewFromString(strings.Replace(text, ",", ".", 1)); err == nil && i > 0 {
				cells[i] = n.InexactFloat64()
			}
		}
		cell, _ := excelize.CoordinatesToCellName(1, number)
		if err := stream.SetRow(cell, cells); err != nil {
			b.Fatal(err)
		}
	})
	if err := stream.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := file.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// measured runs a command line and reports the most memory that was in use.
func measured(b *testing.B, line ...string) {
	b.Helper()
	runtime.GC()
	stop, most := make(chan struct{}), make(chan uint64)
	go func() {
		var peak uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse+m.StackInuse)
			select {
			case <-stop:
				most <- peak
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	for b.Loop() {
		var stderr bytes.Buffer
		if status := Run(line, World{Stdout: io.Discard, Stderr: &stderr, Now: time.Now}); status != done {
			b.Fatalf("status %d: %.2000s", status, stderr.String())
		}
	}
	close(stop)
	b.ReportMetric(float64(<-most)/(1<<20), "peak-MB")
}

// A province's forms: under a minute on two processors, under 300 MB.
func BenchmarkCheckForms(b *testing.B) {
	folder := b.TempDir()
	inventedForms(b, folder, 1000)
	measured(b, "check", folder)
}

// The sheet of every commune of the country: under ten seconds.
func BenchmarkWide(b *testing.B) {
	const rows = 10_597
	folder := b.TempDir()
	xlsx, text := filepath.Join(folder, "gia-dinh.xlsx"), filepath.Join(folder, "gia-dinh.csv")
	inventedXLSX(b, xlsx, rows)
	inventedCSV(b, text, 0, rows)
	for name, line := range map[string][]string{
		"check-xlsx": {"check", xlsx}, "check-csv": {"check", text}, "assess-xlsx": {"assess", xlsx},
		"import-xlsx": {"import", "--wide", xlsx, "--force", "-o", filepath.Join(folder, "x")},
		"import-csv":  {"import", "--wide", text, "--force", "-o", filepath.Join(folder, "c")},
	} {
		b.Run(name, func(b *testing.B) { measured(b, line...) })
	}
}
