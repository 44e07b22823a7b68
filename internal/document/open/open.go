// Package open opens the file on an official's desk, whatever its kind, as a document of
// paragraphs and tables.
//
// The file may be Word's, a saved web page, a workbook or a CSV; old Word files and
// those of LibreOffice go through LibreOffice where it is installed. What cannot be read
// is refused with what to do: a PDF, a picture, slides, a file with a password.
package open

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/document"
	"ntm/internal/docx"
	"ntm/internal/problem"
	"ntm/internal/webpage"
	"ntm/internal/xlsx/read"
)

// maxFile is how many bytes a file may have, whatever its kind.
const maxFile = 64 << 20

const saveAsWord = "mở tệp bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx), rồi thử lại"

var (
	errNone = problem.Problem{Message: "không có tệp này, hoặc không có quyền đọc",
		Hint: "kiểm tra lại tên tệp và thư mục đang đứng"}
	errFolder = problem.Problem{Message: "đây không phải là một tệp thường",
		Hint: "chỉ ra tệp quyết định (.docx, .html, .mht, .xlsx, .csv)"}
	errEmpty = problem.Problem{Message: "tệp trống, không có gì bên trong", Hint: "chép lại hoặc tải lại tệp"}
	errLarge = problem.Problem{Message: "tệp quá lớn: hơn 64 MB", Hint: "kiểm tra xem có chọn nhầm tệp không"}
	errPDF   = problem.Problem{Message: "đây là tệp PDF, trong đó không có bảng để đọc",
		Hint: "mở bằng Word, lưu thành .docx, rồi thử lại; nếu là bản chụp thì phải tìm bản Word hoặc gõ lại"}
	errPicture = problem.Problem{Message: "đây là tệp hình ảnh",
		Hint: "tìm bản Word của quyết định, hoặc gõ lại bảng tiêu chí"}
	errPassword = problem.Problem{Message: "tệp này có mật khẩu",
		Hint: "mở tệp bằng Word hoặc Excel, bỏ mật khẩu, lưu lại, rồi thử lại"}
	errOldSheet = problem.Problem{Message: "đây là tệp Excel kiểu cũ (.xls)",
		Hint: "mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thử lại"}
	errUnknown = problem.Problem{Message: "không rõ đây là loại tệp gì",
		Hint: "dùng tệp .docx, .html, .mht, .xlsx hoặc .csv; nếu Word mở được tệp này: " + saveAsWord}
	errSlides = problem.Problem{Message: "đây là tệp trình chiếu",
		Hint: "chỉ ra tệp quyết định (.docx, .html, .mht, .xlsx, .csv)"}
	errNoConvert = problem.Problem{Message: "máy này không có LibreOffice để mở loại tệp này (.doc, .odt, .rtf)",
		Hint: saveAsWord}
)

// Document reads a file into paragraphs and tables. What it is, its content tells, not its
// name: pages are sent round as .doc. The error is a problem.Problem that names the file.
// The reading ends with ctx.
func Document(ctx context.Context, path string) (*document.Document, error) {
	doc, err := opened(ctx, path)
	if err != nil {
		return nil, problem.In(path, err)
	}
	doc.File = path
	return doc, nil
}

func opened(ctx context.Context, path string) (*document.Document, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, errNone
	case !info.Mode().IsRegular():
		return nil, errFolder
	case info.Size() == 0:
		return nil, errEmpty
	case info.Size() > maxFile:
		return nil, errLarge
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, errNone
	}
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	_ = file.Close() // opened for reading: nothing is lost
	if err != nil {
		return nil, errNone
	}
	return kindOf(path, data)(ctx, path, data)
}

type opener func(ctx context.Context, path string, data []byte) (*document.Document, error)

func refuse(p problem.Problem) opener {
	return func(context.Context, string, []byte) (*document.Document, error) { return nil, p }
}

func openDocx(ctx context.Context, path string, data []byte) (*document.Document, error) {
	return docx.Read(path, read.Until(ctx, bytes.NewReader(data)), int64(len(data)))
}

// kindOf tells how to open a file by its first bytes.
func kindOf(path string, data []byte) opener {
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	begins := func(magics ...string) bool {
		return slices.ContainsFunc(magics, func(m string) bool { return bytes.HasPrefix(start, []byte(m)) })
	}
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return bytes.Contains(data, []byte(w)) })
	}
	switch {
	case begins("PK"):
		switch {
		case has("application/vnd.oasis.opendocument.text"):
			return convert
		case has("xl/workbook", "xl/_rels"), has("application/vnd.oasis.opendocument.spreadsheet"):
			return openWorkbook
		case has("ppt/slides"):
			return refuse(errSlides)
		}
		return openDocx
	case begins("\xD0\xCF\x11\xE0"):
		switch {
		case has(wide("EncryptedPackage")):
			return refuse(errPassword)
		case has(wide("WordDocument")):
			return convert
		case has(wide("Workbook"), wide("Book")):
			return refuse(errOldSheet)
		}
		return refuse(errUnknown)
	case begins(`{\rtf`):
		return convert
	case begins("%PDF"):
		return refuse(errPDF)
	case begins("\x89PNG", "\xFF\xD8\xFF", "GIF8", "II*\x00", "MM\x00*", "BM"):
		return refuse(errPicture)
	case webpage.IsArchive(data), begins("<"), begins("\xFF\xFE<\x00"), begins("\xFE\xFF\x00<"):
		return webpage.Until
	}
	if slices.Contains([]string{".csv", ".tsv", ".txt"}, strings.ToLower(filepath.Ext(path))) {
		return openWorkbook
	}
	return refuse(errUnknown)
}

// wide is a text as the parts of old files are named: two bytes a letter.
func wide(text string) string {
	var out strings.Builder
	for i := range len(text) {
		out.WriteByte(text[i])
		out.WriteByte(0)
	}
	return out.String()
}
