// Package form reads what a commune fills in: today the report document, as
// YAML or JSON.
package form

import (
	"fmt"
	"path/filepath"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// Read reads and checks the report at path. The error is a problem.List with
// everything that is wrong in the file.
func Read(path string, lib *criteria.Library) (*commune.Report, error) {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".yaml", ".yml", ".json", "":
	default:
		return nil, problem.List{{File: path, Message: fmt.Sprintf("chưa đọc được loại tệp %q", ext),
			Hint: "dùng tệp báo cáo .yaml hoặc .json"}}
	}
	report := new(commune.Report)
	if err := yamldoc.Read(path, report); err != nil {
		return nil, err
	}
	if err := report.Check(lib); err != nil {
		return nil, err
	}
	return report, nil
}
