package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
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

// runFilled splits a form that is filled in as far as it is.
func (o *templateOptions) runFilled(ctx context.Context, w World) error {
	switch {
	case !o.split:
		return command.Usage("--filled chỉ dùng cùng --split", "tách biểu đã điền: ntm template --split --filled "+
			o.filled)
	case o.commune != "" || o.year != 0 || o.previous != "" || o.level.Level != "":
		return command.Usage("--filled tách một biểu đã có, không đi cùng --commune, --year, --level, --previous",
			"bỏ các tùy chọn ấy: xã, năm, mức lấy theo biểu")
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	form := departments.Gathering{Lib: lib, Files: []string{o.filled}}
	whole, err := form.Open(ctx)
	if err != nil {
		return err
	}
	command.Notes(w, whole.Notes)
	o.year = whole.Plan.Year
	return o.runSplit(ctx, w, whole.Plan, func(out io.Writer, p *layout.Plan) error {
		return blank.WriteFilled(out, p, nil, whole.Part(p), w.Now(), nil)
	})
}

// runSplit writes a form for each department. All are made before the first is written.
func (o *templateOptions) runSplit(ctx context.Context, w World, plan *layout.Plan,
	draw func(io.Writer, *layout.Plan) error) error {
	folder := o.out
	if folder == "" {
		folder = fmt.Sprintf("phieu-%d", o.year)
	}
	var parts []*part
	for _, p := range departments.Split(plan) {
		made := &part{path: filepath.Join(folder, departments.FileName(p.Department.ID, p)), plan: p}
		if err := whole.May(made.path, o.force); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := draw(&made.data, p); err != nil {
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
	if first := nothingAsked(plan); first != "" {
		s.Line("%s", strings.TrimSuffix(first, "\n"))
	}
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
