package guide

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// reportFile is a report in the current folder.
type reportFile struct {
	name    string
	changed time.Time
}

// reports is the reports of the current folder, the newest first, at most
// mostShown.
func reports() []reportFile { return newest(isReport) }

// newest is the files of the current folder of a kind, the newest first, at most
// mostShown.
func newest(isKind func(path string) bool) []reportFile {
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil // nothing to propose; paths can still be typed
	}
	var files []reportFile
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			files = append(files, reportFile{e.Name(), info.ModTime()})
		}
	}
	slices.SortStableFunc(files, func(a, b reportFile) int {
		return b.changed.Compare(a.changed)
	})
	var out []reportFile
	for _, f := range files {
		if len(out) < mostShown && isKind(f.name) {
			out = append(out, f)
		}
	}
	return out
}

// isReport tells by a glance into it whether a file is a report document or a
// form, and not a dossier or something else.
func isReport(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".yaml", ".yml", ".json":
		file, err := os.Open(path)
		if err != nil {
			return false
		}
		defer file.Close() //nolint:errcheck // only read
		return holds(file, "ntm.report.v1")
	case ".xlsx":
		book, err := zip.OpenReader(path)
		if err != nil {
			return false
		}
		defer book.Close() //nolint:errcheck // only read
		for _, part := range book.File {
			if part.Name != "xl/sharedStrings.xml" && part.Name != "xl/worksheets/sheet1.xml" {
				continue
			}
			text, err := part.Open()
			if err == nil && holds(text, layout.Mark) {
				return true
			}
		}
	}
	return false
}

// holds tells whether the beginning of a file holds the word.
func holds(r io.Reader, word string) bool {
	const enough = 1 << 20 // the word stands in the first line or the first cell
	text, _ := io.ReadAll(io.LimitReader(r, enough))
	return bytes.Contains(text, []byte(word))
}

// welcome says what lies in the current folder.
func (g *guide) welcome() {
	folder, _ := os.Getwd() // "" is only not shown
	if folder != "" {
		g.Line("Thư mục đang làm việc: %s", folder)
	}
	switch files := reports(); len(files) {
	case 0:
		g.Line("Chưa có báo cáo hay biểu mẫu nào ở đây.")
	default:
		g.Line("Có %d báo cáo ở đây, mới nhất:", len(files))
		g.Line("  %s", files[0].label())
	}
}

// first is the id of the step to begin with: where there is no report yet the form, or
// before it the decision that the year's form is made of; else what is done with a report.
func (g *guide) first(offered []step) string {
	wanted := []string{"template", "assess"}
	switch {
	case len(reports()) > 0:
		wanted = []string{"check", "assess"}
	case len(g.lacks(g.at.Now().Year())) > 0:
		wanted = []string{readDecision, "template"}
	}
	for _, id := range wanted {
		if slices.ContainsFunc(offered, func(s step) bool { return s.id == id }) {
			return id
		}
	}
	return leave
}

// askReport asks for a report: the one of the step before, one of the folder,
// or any path.
func askReport(g *guide) ([]string, error) {
	files := reports()
	if i := slices.IndexFunc(files, func(f reportFile) bool { return f.name == g.file }); i > 0 {
		last := files[i]
		files = slices.Insert(slices.Delete(files, i, i+1), 0, last)
	}
	path, err := g.oneOf(files, "Tệp báo cáo", g.file)
	if err != nil {
		return nil, err
	}
	g.file = path
	return []string{path}, nil
}

// oneOf asks for one of the files, which it lists, or for any path; one that is there no
// longer is not proposed.
func (g *guide) oneOf(files []reportFile, what, proposed string) (string, error) {
	if !exists(proposed) {
		proposed = ""
	}
	for i, f := range files {
		g.Line("  %d. %s", i+1, f.label())
	}
	prompt := what + " (gõ đường dẫn, hoặc kéo thả tệp vào cửa sổ này)"
	if len(files) > 0 {
		prompt = "Tệp nào (gõ số, hoặc gõ đường dẫn tệp khác)"
		if proposed == "" || proposed == files[0].name {
			proposed = "1"
		}
	}
	for {
		answer, err := g.ask(prompt, proposed)
		if err != nil {
			return "", err
		}
		path := unquoted(answer)
		if i, ok := pick(answer, len(files)); ok {
			path = files[i].name
		}
		if info, err := os.Stat(path); err != nil || info.IsDir() {
			g.Item(0, "", fmt.Sprintf("Không có tệp %q. Gõ số của tệp trong danh sách, hoặc cả đường dẫn và đuôi "+
				"tệp.", path))
			continue
		}
		return path, nil
	}
}

func (f reportFile) label() string {
	return fmt.Sprintf("%s (sửa %s ngày %s)", f.name, f.changed.Format("15:04"), vi.Date(f.changed))
}
