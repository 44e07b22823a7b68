//go:build unix

package cli

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	lawpacks "ntm/criteria/packs"
	"ntm/internal/invented"
	"ntm/internal/store"
	"ntm/internal/store/storetest"
	"ntm/internal/term"
	"ntm/internal/whole"
)

// BenchmarkOffice takes in wide sheets of five years, of a province of 600 communes
// and of the whole country, while ten readers look things up; then it lists and
// reports: in a file, and on a server beside it.
func BenchmarkOffice(b *testing.B) {
	const years = 5
	for _, communes := range []int{600, invented.All} {
		folder := b.TempDir()
		var args []string
		for i := range years {
			args = append(args, filepath.Join(folder, fmt.Sprintf("gia-dinh-%d.csv", i)))
			country := invented.New(lawpacks.Embedded(), 1)
			if err := whole.Write(args[i], true, func(w io.Writer) error {
				return country.WriteCSV(w, i*communes,
					communes, 2023)
			}); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprintf("sqlite/%d", communes), func(b *testing.B) {
			benchmarkOffice(b, filepath.Join(folder, "kho.db"), args)
		})
		b.Run(fmt.Sprintf("postgres/%d", communes), func(b *testing.B) {
			server := storetest.NewServer(b)
			benchmarkOffice(b, server.URL(storetest.Owner, server.Database(b)), args)
		})
	}
}

func benchmarkOffice(b *testing.B, db string, args []string) {
	reports := 0
	for _, file := range args {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		reports += bytes.Count(text, []byte("\n")) - 1
	}
	world := World{Terminal: term.Terminal{Stdout: io.Discard, Stderr: io.Discard, Now: time.Now}, Version: "thử",
		Store: db, User: "người thử"}
	run := func(b *testing.B, args ...string) {
		for b.Loop() {
			var errs bytes.Buffer
			w := world
			w.Stderr = &errs
			if status := Run(b.Context(), args, w); status != done {
				b.Fatal("status", status, errs.String())
			}
		}
	}
	b.Run("import", func(b *testing.B) {
		stop, waits := make(chan struct{}), make(chan []time.Duration)
		go func() { waits <- lookUp(db, stop) }()
		start := time.Now()
		run(b, append([]string{"import"}, args...)...)
		b.ReportMetric(float64(reports)/time.Since(start).Seconds(), "reports/s")
		close(stop)
		if all := <-waits; len(all) > 0 {
			slices.Sort(all)
			b.ReportMetric(float64(all[len(all)/2].Microseconds())/1e3, "median-read-ms")
			b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1e3, "p99-read-ms")
			b.ReportMetric(float64(all[len(all)-1].Microseconds())/1e3, "longest-read-ms")
		}
		b.ReportMetric(size(b, db)/1e6, "MB")
	})
	b.Run("list", func(b *testing.B) { run(b, "list") })
	b.Run("report", func(b *testing.B) {
		run(b, "report", "--year", "2023", "--force", "-o", filepath.Join(b.TempDir(), "bao-cao.xlsx"))
	})
	b.Run("doctor", func(b *testing.B) { run(b, "doctor") })
}

// size is how many bytes a store takes on the disk.
func size(b *testing.B, at string) (n float64) {
	if !store.IsServer(at) {
		info, err := os.Stat(at)
		if err != nil {
			b.Fatal(err)
		}
		return float64(info.Size())
	}
	db, err := sql.Open("pgx", at)
	if err == nil {
		err = errors.Join(db.QueryRow("SELECT pg_database_size(current_database())").Scan(&n), db.Close())
	}
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// lookUp is ten readers that each look up a commune and a district's year, ten times a
// second, until they are stopped; it gives how long each waited.
func lookUp(db string, stop <-chan struct{}) []time.Duration {
	ctx := context.Background()
	st, err := store.Open(ctx, db, time.Now)
	if err != nil {
		return nil
	}
	defer st.Close() //nolint:errcheck // a benchmark
	var group sync.WaitGroup
	var mutex sync.Mutex
	var all []time.Duration
	for range 10 {
		group.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(100 * time.Millisecond):
				}
				for _, f := range []store.Filter{{Commune: "30523"}, {Province: "An Giang", District: "Tịnh Biên",
					Year: 2023}} {
					start := time.Now()
					if _, err := st.Dossiers(ctx, f); err != nil {
						return
					}
					mutex.Lock()
					all = append(all, time.Since(start))
					mutex.Unlock()
				}
			}
		})
	}
	group.Wait()
	return all
}
