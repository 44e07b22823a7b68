package office

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"

	"ntm/internal/commune"
	"ntm/internal/evidence"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// EvidenceFolder is where the evidence of a commune's year lies below the folder of all of a
// store's.
func EvidenceFolder(all string, of store.OfYear) string {
	return filepath.Join(all, vi.Slug(of.Province), vi.Slug(of.Commune), strconv.Itoa(of.Year))
}

// EvidenceOf hashes the files that a report names, which lie below the report's own
// folder. What is not there is told of: the dossier says so too.
func EvidenceOf(ctx context.Context, r *commune.Report, file string) ([]evidence.File, problem.List, error) {
	var paths []string
	for _, e := range r.Evidence {
		if e.File != "" {
			paths = append(paths, e.File)
		}
	}
	if len(paths) == 0 {
		return nil, nil, nil
	}
	files, err := evidence.Hash(ctx, filepath.Dir(file), paths)
	if err != nil {
		return nil, nil, err
	}
	var missing problem.List
	for _, f := range files {
		if f.State != evidence.Found {
			missing = append(missing, problem.Problem{File: file, Message: fmt.Sprintf("minh chứng %q: %s", f.Path,
				f.State.Word()), Hint: "đặt tệp cạnh báo cáo đúng như tên đã ghi rồi lập lại hồ sơ"})
		}
	}
	return files, missing, nil
}
