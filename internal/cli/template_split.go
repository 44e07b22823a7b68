package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"

	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/office/departments"
	"ntm/internal/term"
	"ntm/internal/whole"
)

// part is a department's form before it is written.
type part struct {
	path string
	plan *layout.Plan
	data bytes.Buffer
}

// runSplit writes a form for each department. All are made before the first is written.
func (o *templateOptions) runSplit(ctx context.Context, w World, blank *office.Blank, plan *layout.Plan) error {
	folder := o.out
	if folder == "" {
		folder = fmt.Sprintf("phieu-%d", o.year)
	}
	var parts []*part
	for _, p := range departments.Split(plan) {
		made := &part{path: filepath.Join(folder, departments.FileName(p)), plan: p}
		if err := whole.May(made.path, o.force); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := blank.Write(&made.data, p, w.Now()); err != nil {
			return err
		}
		parts = append(parts, made)
	}
	if err := whole.Folder(folder); err != nil {
		return err
	}
	for _, p := range parts {
		write := func(out io.Writer) error {
			_, err := p.data.WriteTo(out)
			return err
		}
		if err := whole.Write(p.path, o.force, write); err != nil {
			return err
		}
	}
	warn(w, plan)
	s := newScreen(w)
	s.Line("Đã ghi %d phiếu vào thư mục %s", len(parts), folder)
	s.Line("%s", o.about(plan))
	for _, p := range parts {
		s.Item(2, "-", fmt.Sprintf("%s: %d số liệu, %d tờ khác; %s", p.plan.Department.Name, p.plan.Required(),
			len(p.plan.Sections()), p.path))
	}
	s.Line("Gửi mỗi phiếu cho bộ phận ghi tên ở đó. Nhận lại rồi chạy: %s",
		term.CommandLine("gather", filepath.Join(folder, "*.xlsx"), "-o", "xa.xlsx"))
	return s.Err
}
