package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office/forms"
	"ntm/internal/vi"
)

// runWide writes the blank wide sheet of a province.
func (o *templateOptions) runWide(w World) error {
	switch {
	case o.province == "":
		return command.Usage("còn thiếu --province", "ví dụ: ntm template --wide --province \"Thanh Hóa\" --year 2023")
	case o.split:
		return command.Usage("--wide không đi cùng --split", "bỏ --wide để tạo phiếu cho các bộ phận của một xã")
	case o.commune != "" || o.previous != "":
		return command.Usage("--wide lập bảng cho cả tỉnh, không đi cùng --commune hay --previous",
			"bỏ --wide để tạo biểu mẫu cho một xã")
	}
	if o.year == 0 {
		o.year = w.Now().Year()
	}
	communes, err := forms.CommunesOf(o.province, o.year)
	if err != nil {
		return err
	}
	if o.out == "" {
		o.out = fmt.Sprintf("so-lieu-%s-%d.xlsx", vi.Slug(communes[0].Province), o.year)
	}
	if err := command.OutFile(o.out, "-o thanh-hoa-2023.xlsx", ".xlsx", ".csv"); err != nil {
		return err
	}
	draw := func(out io.Writer, plan *layout.Plan) error { return blank.WriteWide(out, plan, communes, w.Now()) }
	if strings.EqualFold(filepath.Ext(o.out), ".csv") {
		draw = func(out io.Writer, plan *layout.Plan) error { return blank.WriteWideCSV(out, plan, communes) }
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	up, err := forms.UpTo(lib, o.level.Level, o.year, communes[0].Province)
	if err != nil {
		return err
	}
	plan, err := layout.NewPlan(lib, o.year, up, &communes[0], nil)
	if err != nil {
		return err
	}
	plan.Own = o.level.Level
	return o.write(w, plan, draw, "bảng tổng hợp", fmt.Sprintf("%s, năm %d: %d xã", communes[0].Province, o.year,
		len(communes)))
}
