package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/store"
)

// BenchmarkOffice takes in a wide sheet for a province of 600 communes over five
// years, then for the whole country, and lists the store.
func BenchmarkOffice(b *testing.B) {
	for _, rows := range []int{600 * 5, 10_597 * 5} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			folder := b.TempDir()
			csv, db := filepath.Join(folder, "gia-dinh.csv"), filepath.Join(folder, "kho.db")
			inventedCSV(b, csv, rows)
			world := World{Stdout: io.Discard, Stderr: io.Discard, Version: "thử", Now: time.Now, Store: db, User: "người thử"}
			start := time.Now()
			b.Run("import", func(b *testing.B) {
				for b.Loop() {
					if status := Run([]string{"import", csv}, world); status != done {
						b.Fatal("status", status)
					}
				}
				b.ReportMetric(float64(rows)/time.Since(start).Seconds(), "reports/s")
				if info, err := os.Stat(db); err == nil {
					b.ReportMetric(float64(info.Size())/1e6, "MB")
				}
			})
			b.Run("list", func(b *testing.B) {
				for b.Loop() {
					if status := Run([]string{"list", "--year", "2023"}, world); status != done {
						b.Fatal("status", status)
					}
				}
			})
			b.Run("dossiers", func(b *testing.B) {
				st, err := store.Open(context.Background(), db, time.Now)
				if err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					if _, err := st.Dossiers(context.Background(), store.Filter{}); err != nil {
						b.Fatal(err)
					}
				}
				_ = st.Close()
			})
		})
	}
}
