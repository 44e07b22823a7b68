package making

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"ntm/internal/libreoffice"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/whole"
)

// LibreOffice is the LibreOffice of this machine, which turns workbooks into PDFs.
type LibreOffice struct{ program string }

// LibreOffice takes seconds to begin and under one for a dossier, so it is
// given many at a time, and on a slow machine minutes.
const (
	atATime = 20
	toBegin = 2 * time.Minute
	forEach = 30 * time.Second
)

// FindLibreOffice finds LibreOffice, on the path or where systems put it.
func FindLibreOffice() (LibreOffice, error) {
	if program := libreoffice.Program(); program != "" {
		return LibreOffice{program}, nil
	}
	return LibreOffice{}, problem.List{{Message: "máy này không có LibreOffice nên không xuất được PDF",
		Hint: "cài LibreOffice (miễn phí, libreoffice.org), hoặc bỏ --pdf rồi xuất PDF từ Excel: Tệp > Xuất",
		Page: problem.Press("cài LibreOffice (miễn phí, libreoffice.org), hoặc xuất PDF từ Excel: Tệp > Xuất")}}
}

// Convert makes the PDF beside each workbook, and tells of each what went wrong,
// nil for nothing. The error is ErrStopped.
func (o LibreOffice) Convert(ctx context.Context, workbooks []string, tell func(error)) error {
	if len(workbooks) == 0 {
		return nil
	}
	made, err := scratch.Make("")
	if err != nil {
		tell(problem.List{{Message: "không tạo được thư mục tạm để xuất PDF",
			Hint: "kiểm tra dung lượng đĩa rồi thử lại"}})
		return nil
	}
	defer made.Close() //nolint:errcheck // the next program clears what is left
	work := made.File("tep")
	for batch := range slices.Chunk(workbooks, atATime) {
		o.run(ctx, work, batch)
		if ctx.Err() != nil {
			return office.ErrStopped
		}
		for _, workbook := range batch {
			tell(placePDF(filepath.Join(work, filepath.Base(PDFOf(workbook))), PDFOf(workbook)))
		}
	}
	return nil
}

// run has LibreOffice write the PDFs into the folder. What it could not do is
// missing there: its exit status does not tell.
func (o LibreOffice) run(ctx context.Context, folder string, workbooks []string) {
	ctx, cancel := context.WithTimeout(ctx, toBegin+time.Duration(len(workbooks))*forEach)
	defer cancel()
	args := []string{libreoffice.ProfileIn(filepath.Join(folder, "profile")), "--headless",
		"--norestore", "--convert-to", "pdf", "--outdir", folder}
	for _, workbook := range workbooks {
		if whole, err := filepath.Abs(workbook); err == nil { // no name is taken for a flag
			args = append(args, whole)
		}
	}
	_ = exec.CommandContext(ctx, o.program, args...).Run() // see above
}

// placePDF brings a PDF to its place, whole or not at all.
func placePDF(from, to string) error {
	pdf, err := os.Open(from)
	if err != nil {
		return problem.List{{File: to, Message: "LibreOffice không xuất được bản PDF này",
			Hint: "mở hồ sơ bằng LibreOffice hoặc Excel rồi xuất PDF; hoặc chạy lại lệnh"}}
	}
	defer pdf.Close() //nolint:errcheck // opened for reading: nothing is lost
	return whole.Write(to, true, func(out io.Writer) error {
		_, err := io.Copy(out, pdf)
		return err
	})
}
