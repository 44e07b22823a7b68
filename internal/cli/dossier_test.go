package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"ntm/internal/invented"
	"ntm/internal/office/making"
	"ntm/internal/term"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// wideOf is a wide sheet of so many real communes with one invented figure.
func wideOf(t *testing.T, rows int) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("ntm:code;ntm:year;income_per_capita\n")
	for i, p := range invented.Communes()[:rows] {
		fmt.Fprintf(&text, "%s;2023;%d\n", p.Code, 40+i%40)
	}
	path := filepath.Join(t.TempDir(), "gia-dinh.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// filesIn is what stands in a folder.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(text)
	}
	return files
}

// The same reports and --at give the same bytes, whenever and on however many
// processors.
func TestDossiersAreTheSameAnywhere(t *testing.T) {
	wide, first := wideOf(t, 12), map[string]string(nil)
	for i, processors := range []int{1, 2, 1} {
		folder := t.TempDir()
		before := runtime.GOMAXPROCS(processors)
		w := World{Version: "thử", Terminal: term.Terminal{
			Stdout: new(bytes.Buffer), Stderr: new(bytes.Buffer),
			Now: func() time.Time { return time.Unix(17e8+int64(i)*1e8, 0) },
		}}
		status := Run(t.Context(), []string{"dossier", wide, "-o", folder, "--at", "2026-11-22T10:00:00+07:00"}, w)
		runtime.GOMAXPROCS(before)
		got := filesIn(t, folder)
		if status != done || len(got) != 13 {
			t.Fatalf("status %d, %d files: %s", status, len(got), w.Stderr)
		}
		if first == nil {
			first = got
		}
		for name, bytes := range got {
			if bytes != first[name] {
				t.Errorf("on %d processors %s has other bytes", processors, name)
			}
		}
	}
}

// The index says of each commune what its workbook says, and leads there.
func TestIndexOfDossiers(t *testing.T) {
	folder := t.TempDir()
	if _, stderr, status := run(t, "dossier", "../../testdata/quang-trung-2023.yaml",
		"../../testdata/xa-gia-dinh-2023.yaml", "--criteria", "../../testdata/criteria-gia-dinh", "-o",
		folder); status != done {
		t.Fatal(stderr)
	}
	index, err := excelize.OpenFile(filepath.Join(folder, making.IndexName))
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close() //nolint:errcheck // only read
	sheet := index.GetSheetName(0)
	rows, err := index.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	counts := func(criteria, indicators string) string {
		return criteria + " tiêu chí\n" + indicators + " chỉ tiêu"
	}
	unsure := "Chưa đủ căn cứ kết luận (dự thảo)"
	want := [][]string{
		{"1", "16492", "Xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa", "2023", unsure, counts("2/19", "2/57"),
			unsure, counts("2/19", "2/75"), unsure, counts("1/3", "1/3"), "Mở hồ sơ"},
		{"2", "", "Xã Giả Định, huyện Giả Định, tỉnh Giả Định", "2023", "Đủ điều kiện (dự thảo)",
			counts("19/19", "57/57"), "Đủ điều kiện (dự thảo)", counts("19/19", "75/75"), "Đủ điều kiện (dự thảo)",
			counts("3/3", "3/3"), "Mở hồ sơ"},
	}
	if diff := cmp.Diff(want, rows[5:]); diff != "" {
		t.Error(diff)
	}
	if want := "Đủ điều kiện: xã nông thôn mới 1/2; xã nông thôn mới nâng cao 1/2; xã nông thôn mới kiểu mẫu " +
		"1/2"; rows[2][0] != want {
		t.Errorf("the sum is %q, want %q", rows[2][0], want)
	}
	for cell, want := range map[string]string{"K6": "ho-so-16492-quang-trung-2023.xlsx",
		"K7": "ho-so-gia-dinh-gia-dinh-gia-dinh-2023.xlsx"} {
		if linked, target, err := index.GetCellHyperLink(sheet, cell); err != nil || !linked || target != want {
			t.Errorf("%s leads to %q, %v; want %q", cell, target, err, want)
		}
	}
}

// Ctrl-C ends the work: what is there is whole, nothing half done is left, and
// the next run makes the rest.
func TestDossiersInterrupted(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	rows := testenv.Some(t, 60, 150)
	wide, folder := wideOf(t, rows), t.TempDir()
	line := []string{"dossier", wide, "-o", folder, "--at", "15/11/2023"}
	stdout, stderr, status := "", "", done
	for try := 0; try < 5 && status == done; try++ { // on a busy machine it may be done before
		if err := errors.Join(os.RemoveAll(folder), os.Mkdir(folder, 0o700)); err != nil {
			t.Fatal(err)
		}
		stdout, stderr, status = interruptedAtWork(t, folder, line)
	}
	if status != failed || stdout != "" || !strings.Contains(stderr, "đã dừng theo yêu cầu khi xong") ||
		!strings.Contains(stderr, "chạy lại đúng lệnh này") {
		t.Fatalf("status %d: %q, %q", status, stdout, stderr)
	}
	before := filesIn(t, folder)
	for name := range before {
		book, err := excelize.OpenFile(filepath.Join(folder, name))
		if err != nil {
			t.Errorf("%s is not whole: %v", name, err)
			continue
		}
		_ = book.Close()
	}
	if len(before) == 0 || len(before) >= rows {
		t.Fatalf("%d files are there", len(before))
	}
	stdout, stderr, status = run(t, line...)
	if want := fmt.Sprintf("Đã lập %d hồ sơ, giữ nguyên %d hồ sơ đã có; 0 báo cáo", rows-len(before),
		len(before)); status != done || !strings.Contains(stdout, want) {
		t.Errorf("status %d: %s%s, want %s", status, stdout, stderr, want)
	}
	after := filesIn(t, folder)
	for name, bytes := range before {
		if after[name] != bytes {
			t.Errorf("%s was touched", name)
		}
	}
	if len(after) != rows+1 {
		t.Errorf("%d files in the end", len(after))
	}
}

// interruptedAtWork runs a command line until a workbook stands in a folder, and interrupts it.
func interruptedAtWork(t *testing.T, folder string, line []string) (stdout, stderr string, status int) {
	ctx, interrupt := context.WithCancel(t.Context())
	ended := make(chan struct{})
	var watching sync.WaitGroup
	watching.Go(func() {
		defer interrupt()
		for {
			if found, _ := filepath.Glob(filepath.Join(folder, "*.xlsx")); len(found) > 0 {
				return // a workbook means that the work has begun
			}
			select {
			case <-ended:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	})
	stdout, stderr, status = ntm.Run(ctx, line...)
	close(ended)
	watching.Wait()
	return stdout, stderr, status
}

func TestNoLibreOffice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("ProgramFiles", "")
	t.Setenv("ProgramFiles(x86)", "")
	if _, err := making.FindLibreOffice(); err == nil {
		t.Skip("LibreOffice stands where it cannot be hidden")
	}
	out := filepath.Join(t.TempDir(), "ho-so.xlsx")
	_, stderr, status := run(t, "dossier", "../../testdata/quang-trung-2023.yaml", "-o", out, "--pdf")
	if status != failed || !strings.Contains(stderr, "máy này không có LibreOffice") || exists(out) {
		t.Errorf("status %d, written %v: %s", status, exists(out), stderr)
	}
}

func TestDossierPDF(t *testing.T) {
	testenv.LeftToWhole(t)
	if _, err := making.FindLibreOffice(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("LibreOffice is missing, and CI=true")
		}
		t.Skip("LibreOffice is missing")
	}
	folder := t.TempDir()
	t.Setenv("TMPDIR", t.TempDir())
	report, book, pdf := "../../testdata/quang-trung-2023.yaml", filepath.Join(folder, "hồ sơ.xlsx"),
		filepath.Join(folder, "hồ sơ.pdf")
	line := []string{"dossier", report, "--level", "kieu-mau", "-o", book, "--pdf", "--at", "15/11/2023"}
	if err := os.WriteFile(pdf, []byte("của người khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, stderr, status := run(t, line...); status != failed ||
		!strings.Contains(stderr, "hồ sơ.pdf: tệp đã có, không ghi đè") || exists(book) {
		t.Fatalf("over another's file: status %d, %s", status, stderr)
	}
	if err := os.Remove(pdf); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, status := run(t, line...)
	text, _ := os.ReadFile(pdf)
	if status != done || !strings.Contains(stdout, "Đã ghi bản PDF: "+pdf) ||
		!bytes.HasPrefix(text, []byte("%PDF-")) || !bytes.Contains(text, []byte("%%EOF")) {
		t.Fatalf("status %d: %s%s", status, stdout, stderr)
	}
	if stdout, stderr, status = run(t, line...); status != done || strings.Contains(stdout, "bản PDF") {
		t.Errorf("again: status %d: %s%s", status, stdout, stderr)
	}
	if again, err := os.ReadFile(pdf); err != nil || !bytes.Equal(again, text) {
		t.Error("the PDF was made again of the same workbook")
	}
	left := 0
	_ = filepath.WalkDir(os.Getenv("TMPDIR"), func(string, fs.DirEntry, error) error { left++; return nil })
	if len(filesIn(t, folder)) != 2 || left > 1 {
		t.Errorf("%d temporary files are left", left-1)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
