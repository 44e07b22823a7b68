// Package form reads what a commune fills in: today the report document, as
// YAML or JSON.
package form

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// Read reads and checks the report at path. The error is a problem.List with
// everything that is wrong in the file.
func Read(path string, lib *criteria.Library) (*commune.Report, error) {
	_, statErr := os.Stat(path)
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case statErr != nil || slices.Contains([]string{".yaml", ".yml", ".json", ""}, ext):
	default:
		return nil, problem.List{{File: path, Message: fmt.Sprintf("chưa đọc được loại tệp %q", ext),
			Hint: "dùng tệp báo cáo .yaml hoặc .json"}}
	}
	report := new(commune.Report)
	if err := yamldoc.Read(path, report); err != nil {
		return nil, err
	}
	var problems problem.List
	if err := report.Check(lib); err != nil {
		problems = problem.Of(err)
	}
	if _, err := report.Place(); err != nil && len(problems.At(report.Commune.Pos.Line)) == 0 {
		problems = append(problems, problem.Of(err)...)
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return report, nil
}
