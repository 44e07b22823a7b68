package reading

import (
	"strings"

	"ntm/internal/decision"
	"ntm/internal/pattern"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// committee is the province's committee with its name: "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "của UBND tỉnh Lâm Đồng".
var committee = pattern.New(`(?i)(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|hội đồng nhân dân)\s+` +
	`(?:tỉnh|thành phố|tp\.?)\s+([^,;.()]+)`)

// provinceInHead is the province that the first lines of a paper name, where it has no head of a decision, as of a list
// saved from a workbook. "" where they name none that is known.
func provinceInHead(d *decision.Decision) string {
	const near = 12 // cells and lines from the top
	if d.Document == nil {
		return ""
	}
	var lines []string
	for _, b := range d.Document.Blocks {
		if len(lines) >= near {
			break
		}
		if b.Paragraph != nil {
			lines = append(lines, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells[:min(near, len(b.Table.Cells))] {
			lines = append(lines, c.Text)
		}
	}
	for _, text := range lines[:min(near, len(lines))] {
		if m := committee.FindStringSubmatch(vi.OneLine(text)); m != nil {
			name := strings.TrimSpace(m[1])
			if _, known := places.FindProvince(name); known {
				return name
			}
		}
	}
	return ""
}
